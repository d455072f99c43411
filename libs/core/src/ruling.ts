import type { Refusal } from '#contracts/abilities';

/** What a policy says: it may be done, or why not. */
export type Ruling = true | Refusal;

/** Another ruling, or a condition and the reason that is given where it does not hold. */
type Condition = Ruling | readonly [holds: boolean, otherwise: Refusal];

/** The first condition that does not hold decides; the order is that in which they are worth telling. */
export function ruled(...conditions: Condition[]): Ruling {
  for (const condition of conditions) {
    if (typeof condition === 'string') return condition;
    if (condition !== true && !condition[0]) return condition[1];
  }
  return true;
}

/** Rulings as a screen reads them. */
export function abilitiesOf<Name extends string>(rulings: Record<Name, Ruling>) {
  const each = Object.entries(rulings) as [Name, Ruling][];
  return {
    abilities: Object.fromEntries(each.map(([name, ruling]) => [name, ruling === true])) as Record<
      Name,
      boolean
    >,
    refusals: Object.fromEntries(each.filter(([, ruling]) => ruling !== true)) as Partial<
      Record<Name, Refusal>
    >,
  };
}

/** `ruled` in SQL: conditions as expressions, where null holds as little as false. */
export type SqlConditions = readonly (readonly [holds: string, otherwise: Refusal])[];

const refusalSql = (conditions: SqlConditions) =>
  `case ${conditions.map(([holds, otherwise]) => `when (${holds}) is not true then '${otherwise}'`).join(' ')} end`;

/**
 * Members of a JSON object: `abilities`, a boolean for each, and `refusals`, the reason for each that is false. The
 * random test of the policies holds both against `ruled`.
 */
export function abilitiesSql(rules: Record<string, SqlConditions>): string {
  const each = (value: (conditions: SqlConditions) => string) =>
    Object.entries(rules)
      .map(([name, conditions]) => `'${name}', ${value(conditions)}`)
      .join(', ');
  const allowed = (conditions: SqlConditions) =>
    conditions.map(([holds]) => `(${holds}) is true`).join(' and ');
  return `'abilities', json_build_object(${each(allowed)}),
    'refusals', json_strip_nulls(json_build_object(${each(refusalSql)}))`;
}
