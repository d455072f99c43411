import type { Builder } from './build.js';
import type { Reader } from './canaries.js';

export type Row = Record<string, unknown>;

export interface Rule {
  /** What the rule has to know beside the row's columns, over row t. */
  also?: string;
  /** Whether this reader sees the row, by domain.md; what the database says is held against it. */
  reads: (reader: Reader, row: Row) => boolean;
  /** Whether this reader may write it, as far as the row's own place goes. */
  writes: (reader: Reader, row: Row) => boolean;
}

const none = () => false;
const joint = ({ reads }: Reader, { mechanism_id }: Row) => reads.has(mechanism_id as string);
const acting = ({ acts }: Reader, { mechanism_id }: Row) => acts.has(mechanism_id as string);
const ownSide = (reader: Reader, row: Row) => acting(reader, row) && reader.actor.side === row['party_id'];
const self = ({ actor }: Reader, row: Row) => row['person_id'] === actor.personId;
const either = (reader: Reader, row: Row) =>
  row['party_id'] === null ? joint(reader, row) : ownSide(reader, row);

const ofBoth: Rule = { reads: joint, writes: acting };
const ofOne: Rule = { reads: ownSide, writes: ownSide };
const people = ({ actor }: Reader, row: Row) =>
  row['id'] === actor.personId || (actor.administers && row['party_id'] === actor.partyId);
const leaves = ({ actor }: Reader, row: Row) =>
  row['person_id'] === actor.personId || (actor.administers && row['party_id'] === actor.partyId);
const mails = (reader: Reader, row: Row) => row['party_id'] === reader.actor.side || self(reader, row);
/** A side's own, or that of one office in it. */
const noted = (reader: Reader, row: Row) =>
  ownSide(reader, row) &&
  (row['office_only'] !== true || row['organisation_id'] === reader.actor.organisationId);
const authored = (reader: Reader, row: Row) =>
  noted(reader, row) && row['author_id'] === reader.actor.personId;
const imports = (reader: Reader, row: Row) =>
  row['party_id'] === reader.actor.side && (row['mechanism_id'] === null || acting(reader, row));

/** Every table has a rule; a new one without fails the test. */
export const rules: Record<string, Rule> = {
  party: { reads: ({ knows }, { id }) => knows.has(id as string), writes: none },
  organisation: { reads: ({ knows }, { party_id }) => knows.has(party_id as string), writes: none },
  person: {
    reads: (reader, row) => people(reader, row) || row['party_id'] === reader.actor.side,
    writes: people,
  },
  leave: {
    reads: (reader, row) => leaves(reader, row) || row['party_id'] === reader.actor.side,
    writes: leaves,
  },
  session: { reads: self, writes: self },
  idempotency_key: { reads: self, writes: self },
  mechanism: {
    reads: ({ reads }, { id }) => reads.has(id as string),
    writes: ({ acts }, { id }) => acts.has(id as string),
  },
  mechanism_observer: {
    reads: ({ actor }, row) => row['organisation_id'] === actor.organisationId,
    writes: none,
  },
  meeting: ofBoth,
  source: ofBoth,
  area: ofBoth,
  signed_document: ofBoth,
  measure: ofBoth,
  track: { reads: joint, writes: ownSide },
  cleared_update: { reads: joint, writes: ownSide },
  disclosed_evidence: { reads: joint, writes: ownSide },
  due_date_change: ofBoth,
  confirmation: ofBoth,
  measure_text: ofBoth,
  lineage: ofBoth,
  request: ofBoth,
  request_answer: ofOne,
  assignment: ofOne,
  update: ofOne,
  action: ofOne,
  shared_action: { reads: joint, writes: ownSide },
  note: { reads: noted, writes: authored },
  // Named by the author; seen by the one who is named.
  mention: {
    reads: noted,
    writes: (reader, row) => authored(reader, row) || (noted(reader, row) && self(reader, row)),
  },
  evidence: ofOne,
  evidence_revision: ofOne,
  // Its side's, and whoever's the file is for as long as it is disclosed.
  evidence_preview: {
    also: 'exists (select from disclosed_evidence d where d.id = t.revision_id and d.file_key is not null) as disclosed',
    reads: (reader, row) => ownSide(reader, row) || (row['disclosed'] === true && joint(reader, row)),
    writes: ownSide,
  },
  reminder: ofOne,
  report: ofOne,
  import: { reads: imports, writes: imports },
  mail: { reads: mails, writes: mails },
  ledger: { reads: either, writes: none },
  activity: { reads: either, writes: either },
  file_check: { reads: none, writes: none },
  pending_job: { reads: none, writes: none },
  calendar_day: { reads: () => true, writes: () => true },
};

export interface Table {
  name: string;
  key: string[];
  /** Columns that the runtime role may update at all. */
  updates: string[];
  deletes: boolean;
  inserts: boolean;
}

const tablesSql = `select c.relname as name,
    array(select a.attname::text from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = any(i.indkey)
      where i.indrelid = c.oid and i.indisprimary order by a.attnum) as key,
    array(select a.attname::text from pg_attribute a where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      and has_column_privilege('luoshi_app', c.oid, a.attnum, 'update')) as updates,
    has_table_privilege('luoshi_app', c.oid, 'delete') as deletes,
    has_any_column_privilege('luoshi_app', c.oid, 'insert') as inserts
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p', 'v', 'm', 'f')
    and c.relname <> 'migrations' order by 1`;

/** Every table there is, taken from the catalogue. */
export const tablesOf = (builder: Builder) => builder.source.query<Table[]>(tablesSql);

/** A table's rows past every policy, each whole as JSON text beside its columns. */
export const allRows = ({ name }: Table, builder: Builder) =>
  builder.source.query<Row[]>(
    `select t.*, to_jsonb(t)::text as whole${rules[name]?.also ? `, ${rules[name].also}` : ''} from "${name}" t`,
  );
