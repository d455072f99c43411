/** An organisation as screens name it. @param alias of the organisation's row in the query */
export const organisationJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'partyId', ${alias}.party_id, 'name', ${alias}.name, 'short', ${alias}.short)`;

/** A government as screens name it. */
export const partyJson = (alias: string) =>
  `json_build_object('id', ${alias}.id, 'code', ${alias}.code, 'name', ${alias}.name, 'mark', ${alias}.mark)`;
