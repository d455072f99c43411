import type { jointVerbs } from '#contracts/verbs';
import { deriveStatus } from '#core/measures/measure-status';
import type { MeasureStatus, TrackStatus } from '#contracts/status';
import { fold } from '#i18n/fold';
import type { Builder } from './build.js';

type Row = Record<string, unknown>;
type Rows = Record<string, Row>;

/** The joint record: every table of it, and a mechanism's thresholds. */
const tables = [
  ...(['mechanism', 'meeting', 'source', 'area', 'signed_document', 'measure', 'track'] as const),
  ...(['measure_text', 'lineage', 'request', 'shared_action'] as const),
  ...(['cleared_update', 'disclosed_evidence', 'due_date_change', 'confirmation'] as const),
] as const;
type Table = (typeof tables)[number];

/** Where a copy of a file lies is each government's own affair. */
const ownAffair = ['file_key'];

/** The joint record at one moment, by table and id. */
export class Snapshot {
  constructor(readonly tables: Record<Table, Rows>) {}

  /** Takes in what was put there past the services since. */
  add(other: Snapshot): void {
    for (const table of tables) Object.assign(this.tables[table], other.tables[table]);
  }
}

/** @param meetingId only what belongs to this meeting, of the tables that tests put rows into */
export async function snapshot({ source }: Builder, meetingId?: string): Promise<Snapshot> {
  const read = async (table: Table) => {
    const condition = !meetingId
      ? 'true'
      : table === 'meeting'
        ? 't.id = $1'
        : table === 'track'
          ? 't.measure_id in (select id from measure where meeting_id = $1)'
          : ['source', 'area', 'measure'].includes(table)
            ? 't.meeting_id = $1'
            : 'false and $1::uuid is null';
    const rows = await source.query<{ row: Row }[]>(
      `select to_jsonb(t) - $${meetingId ? 2 : 1}::text[] as row from "${table}" t where ${condition}`,
      [...(meetingId ? [meetingId] : []), ownAffair],
    );
    return [table, Object.fromEntries(rows.map(({ row }) => [row['id'] as string, row]))] as const;
  };
  return new Snapshot(Object.fromEntries(await Promise.all(tables.map(read))) as Record<Table, Rows>);
}

interface Entry {
  verb: (typeof jointVerbs)[number];
  mechanism: string;
  meeting: string | null;
  measure: string | null;
  subject: string;
  party: string;
  organisation: string;
  at: string;
  changes: Row;
}

const snake = (row: Row): Row =>
  Object.fromEntries(
    Object.entries(row).map(([key, value]) => [key.replace(/[A-Z]/g, (c) => `_${c.toLowerCase()}`), value]),
  );

/** A record that knows nothing but what it was told, and goes through a joint ledger row by row. */
class JointRecord {
  constructor(readonly tables: Record<Table, Rows>) {}

  take(entry: Entry): void {
    const { verb } = entry;
    const apply = appliers[verb];
    if (!apply) throw new Error(`Nobody has said what ${verb} does to the joint record`);
    apply(this, entry);
    if (entry.measure) this.derive(entry.measure);
  }

  put(table: Table, row: Row): void {
    this.tables[table][row['id'] as string] = row;
  }

  change(table: Table, id: string, changes: Row): void {
    Object.assign(this.tables[table][id]!, changes);
  }

  all(table: Table, column: string, value: unknown): Row[] {
    return Object.values(this.tables[table]).filter((row) => row[column] === value);
  }

  /** What is said nowhere, because it follows. */
  private derive(id: string): void {
    const measure = this.tables.measure[id]!;
    const said = this.all('confirmation', 'measure_id', id);
    const holds = (kind: string, state: string) =>
      said.find((each) => each['kind'] === kind && each['state'] === state);
    const open = holds('completion', 'proposed');
    const mechanism = this.tables.mechanism[measure['mechanism_id'] as string]!;
    const [left, right] = [mechanism['left_party_id'], mechanism['right_party_id']];
    const awaiting = open ? (open['party_id'] === left ? right : left) : null;
    const status: MeasureStatus = deriveStatus(
      this.all('track', 'measure_id', id).map((track) => ({
        partyId: track['party_id'] as string,
        status: track['status'] as TrackStatus,
      })),
      {
        dropped: holds('drop', 'confirmed') !== undefined,
        confirmed: holds('completion', 'confirmed') !== undefined,
        awaiting: awaiting as string | null,
      },
    );
    measure['status'] = status;
    measure['awaiting_party_id'] = status === 'awaiting_confirmation' ? awaiting : null;
  }
}

type Apply = (record: JointRecord, entry: Entry) => void;

const proposes =
  (table: 'due_date_change' | 'confirmation'): Apply =>
  (record, { subject, mechanism, measure, party, organisation, at, changes }) =>
    record.put(table, {
      ...{ id: subject, mechanism_id: mechanism, measure_id: measure, party_id: party, ...snake(changes) },
      ...{ state: 'proposed', proposed_at: at, answered_at: null, answer_reason: null, version: 1 },
      ...(table === 'confirmation' && { organisation_id: organisation, voided_at: null }),
    });

const answers =
  (table: 'due_date_change' | 'confirmation', state: string): Apply =>
  (record, { subject, at, changes }) =>
    record.change(table, subject, {
      ...{ state, answered_at: at, answer_reason: changes['reason'] ?? null },
      version: (record.tables[table][subject]!['version'] as number) + 1,
    });

const ends =
  (state: string): Apply =>
  (record, { subject, at, changes }) =>
    record.change('request', subject, {
      ...{ ...snake(changes), state, ended_at: at },
      version: (record.tables.request[subject]!['version'] as number) + 1,
    });

const voids: Apply = (record, { subject, at }) =>
  record.change('confirmation', subject, {
    ...{ state: 'voided', voided_at: at },
    version: (record.tables.confirmation[subject]!['version'] as number) + 1,
  });

interface Adopted {
  source: Row & { id: string };
  documents: Row[];
  areas: (Row & { id: string; ordinal: number })[];
  measures: (Row & { areaId: string; text: string })[];
  tracks: Row[];
}

/** Of evidence that nobody took back. */
const standing = { taken_back_at: null, taken_back_by_id: null, taken_back_reason: null };

const newDocument = { signed_on: null, state: 'signed', fulfils: [], version: 1 };

/** A text that came into the record, and what it added. */
const adopts: Apply = (record, { mechanism, meeting, at, changes }) => {
  const said = changes as unknown as Adopted;
  const of = { mechanism_id: mechanism, meeting_id: meeting };
  record.put('source', { ...of, ...snake(said.source), adopted_at: at });
  for (const document of said.documents)
    record.put('signed_document', { ...of, ...newDocument, ...snake(document) });
  for (const area of said.areas) record.put('area', { ...of, ...snake(area) });
  for (const measure of said.measures)
    record.put('measure', {
      ...{ due_wording: null, due_kind: 'none', due_on: null },
      ...{ ...of, ...snake(measure), folded: fold(measure.text), source_id: said.source.id },
      area_ordinal: record.tables.area[measure.areaId]!['ordinal'],
      ...{ status: 'not_started', awaiting_party_id: null, last_cleared_at: null },
    });
  for (const track of said.tracks)
    record.put('track', {
      ...{ mechanism_id: mechanism, ...snake(track), lead_id: null, supporting_ids: [] },
      ...{ status: 'not_started', next_step: null, last_cleared_at: null },
    });
};

/** How a measure continues another one, as the side that decided last has it. */
const decides: Apply = (record, { subject, mechanism, meeting, party, organisation, at, changes }) => {
  const before = record.tables.lineage[subject];
  const said = { party_id: party, organisation_id: organisation, decided_at: at, ...snake(changes) };
  record.put('lineage', {
    ...{ id: subject, mechanism_id: mechanism, meeting_id: meeting, ...before, ...said },
    version: ((before?.['version'] as number | undefined) ?? 0) + 1,
  });
};

/** Who is charged with a track, as its side shares it. */
const shares: Apply = (record, { subject, changes }) => record.change('track', subject, snake(changes));

/** What a side says of its track. */
const enters: Apply = (record, { subject, mechanism, measure, at, changes }) => {
  const { evidence, request, ...said } = changes as Row & {
    evidence: Row[];
    request: { id: string; text: string } | null;
  };
  const of = { mechanism_id: mechanism, measure_id: measure, party_id: said['partyId'] };
  record.put('cleared_update', { ...of, id: subject, ...snake(said), cleared_at: at });
  for (const each of evidence)
    record.put('disclosed_evidence', {
      ...{ ...of, ...snake(each), ...standing, disclosed_at: at },
    });
  if (request)
    record.put('request', {
      ...{ ...of, ...request, organisation_id: said['organisationId'], cleared_update_id: subject },
      ...{ state: 'open', asked_at: at, answer: null, answer_organisation_id: null, ended_at: null },
      version: 1,
    });
  const track = record
    .all('track', 'measure_id', measure)
    .find((each) => each['party_id'] === said['partyId'])!;
  const { status, nextStep } = said;
  Object.assign(track, { status, next_step: nextStep, last_cleared_at: at });
  record.change('measure', measure!, { last_cleared_at: at });
};

/** What each verb of a joint ledger did to the record; a new verb needs a line here, and enough in its activity. */
const appliers: Partial<Record<Entry['verb'], Apply>> = {
  'meeting.adopted'(record, entry) {
    record.put('meeting', { ...snake(entry.changes['meeting'] as Row), adopted_at: entry.at });
    adopts(record, entry);
  },
  'source.attached'(record, entry) {
    adopts(record, entry);
    const said = entry.changes as unknown as Adopted & { texts: Row[]; lineage: (Row & { id: string })[] };
    for (const text of said.texts)
      record.put('measure_text', {
        ...{ mechanism_id: entry.mechanism, source_id: said.source.id, ...snake(text) },
      });
    for (const link of said.lineage)
      decides(record, { ...entry, subject: link.id, changes: { ...link, stands: true } });
  },
  'lineage.decided': (record, entry) => decides(record, entry),
  'document.added': (record, { changes }) =>
    record.put('signed_document', { ...newDocument, ...snake(changes) }),
  'document.changed': (record, { subject, changes: { state, fulfils } }) =>
    record.change('signed_document', subject, {
      ...{ state, fulfils },
      version: (record.tables.signed_document[subject]!['version'] as number) + 1,
    }),
  'thresholds.changed': (record, { subject, changes }) =>
    record.change('mechanism', subject, {
      ...snake(changes),
      version: (record.tables.mechanism[subject]!['version'] as number) + 1,
    }),
  'assignment.published': shares,
  'assignment.unpublished': shares,
  'update.cleared': enters,
  'track.not_applicable': enters,
  'track.applicable': enters,
  'action.shared': (record, { subject, mechanism, measure, party, at, changes }) =>
    record.put('shared_action', {
      ...{ id: subject, mechanism_id: mechanism, measure_id: measure, party_id: party, ...snake(changes) },
      ...{ shared_at: at, withdrawn_at: null },
    }),
  'action.withdrawn': (record, { subject, at }) =>
    record.change('shared_action', subject, { withdrawn_at: at }),
  'evidence.disclosed': (record, { mechanism, party, at, changes }) =>
    record.put('disclosed_evidence', {
      ...{ mechanism_id: mechanism, party_id: party, ...snake(changes), ...standing, disclosed_at: at },
    }),
  'evidence.taken_back': (record, { subject, at, changes: { organisationId, reason } }) =>
    record.change('disclosed_evidence', subject, {
      ...{ url: null, taken_back_at: at, taken_back_by_id: organisationId, taken_back_reason: reason },
    }),
  'request.answered': ends('answered'),
  'request.withdrawn': ends('withdrawn'),
  'due_date.proposed': proposes('due_date_change'),
  'due_date.agreed'(record, entry) {
    answers('due_date_change', 'agreed')(record, entry);
    record.change('measure', entry.measure!, { due_on: entry.changes['dueOn'] });
  },
  'due_date.declined': answers('due_date_change', 'declined'),
  'due_date.withdrawn': answers('due_date_change', 'withdrawn'),
  'confirmation.proposed': proposes('confirmation'),
  'confirmation.confirmed': answers('confirmation', 'confirmed'),
  'confirmation.declined': answers('confirmation', 'declined'),
  'confirmation.withdrawn': answers('confirmation', 'withdrawn'),
  'confirmation.voided': voids,
  'drop.proposed': proposes('confirmation'),
  'drop.agreed': answers('confirmation', 'confirmed'),
  'drop.declined': answers('confirmation', 'declined'),
  'drop.withdrawn': answers('confirmation', 'withdrawn'),
  'drop.voided': voids,
};

/**
 * The joint record as its ledgers tell it, from what was there before anybody did anything. Reads joint rows alone:
 * what they do not say is not known here.
 */
export async function rebuild(
  { source }: Builder,
  { tables: before }: Snapshot,
): Promise<Record<Table, Rows>> {
  const record = new JointRecord(structuredClone(before));
  const entries = await source.query<Entry[]>(
    `select verb, mechanism_id as mechanism, meeting_id as meeting, measure_id as measure, subject_id as subject,
       actor_party_id as party, actor_organisation_id as organisation, to_jsonb(at) #>> '{}' as at, changes
     from activity where party_id is null order by ledger_id, sequence`,
  );
  for (const entry of entries) record.take(entry);
  return record.tables;
}
