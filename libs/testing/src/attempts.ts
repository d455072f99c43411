import type { Draft } from '#contracts/draft';
import { placed } from '#contracts/draft-places';
import type { Question } from './api.js';
import type { Reader } from './canaries.js';
import type { RandomWorld } from './random-world.js';
import type { Row } from './visibility.js';

/** How another's row is attempted: its table, and a request that would do if it were one's own. */
export interface Attempt {
  table: string;
  question: (row: Row, world: RandomWorld, reader: Reader) => Question;
}

export const version = (row: Row) => row['version'] as number;
const bare = (table: string): Attempt => ({ table, question: (row) => ({ version: version(row) }) });
/** An assignment that the reader's side could make. */
export const ownUnits = (world: RandomWorld, { actor }: Reader) => {
  const side = world.sides.find(({ party }) => party.id === actor.partyId) ?? world.sides[0]!;
  return { leadId: side.bureaux[0].id, supportingIds: [], officerIds: [], internalDueOn: null };
};
const words = { status: 'ongoing', text: 'Something that happened.', nextStep: null };
const reason = { reason: 'It is not yet time.' };
const anAction = { title: 'Ours', range: [0, 7], leadId: null, internalDueOn: null, doneOn: null };
const oneFile = () => ({ body: { kind: 'other', file: { name: 'a.txt', bytes: 7 } } });
const tus = { 'tus-resumable': '1.0.0' };

/**
 * Every write that names somebody's row in its path, by method and address.
 * @param rows every row there is, by table, as it stands when it is asked
 */
export function attemptsOn(rows: (table: string) => Row[]): Record<string, Attempt> {
  const idOf = (table: string, pick: number) => rows(table)[pick % rows(table).length]!['id'] as string;
  /** A revision is decided on with what is said of its evidence. */
  const ofItsEvidence = (row: Row) => ({
    version: version(rows('evidence').find(({ id }) => id === row['evidence_id'])!),
  });
  return {
    'PUT /api/measures/{id}/assignment': {
      table: 'measure',
      question: (_, world, reader) => ({ version: 0, body: ownUnits(world, reader) }),
    },
    'POST /api/measures/{id}/assignment/publish': { table: 'measure', question: () => ({ version: 1 }) },
    'POST /api/measures/{id}/assignment/unpublish': { table: 'measure', question: () => ({ version: 1 }) },
    'POST /api/measures/{id}/applicability': {
      table: 'measure',
      question: () => ({ body: { applicable: false, ...reason } }),
    },
    'DELETE /api/leaves/{id}': bare('leave'),
    'POST /api/measures/{id}/updates': { table: 'measure', question: () => ({ body: words }) },
    'POST /api/measures/{id}/notes': {
      table: 'measure',
      question: () => ({ body: { text: 'A word.', officeOnly: false, mentionIds: [] } }),
    },
    'POST /api/measures/{id}/actions': { table: 'measure', question: () => ({ body: anAction }) },
    'PUT /api/actions/{id}': {
      table: 'action',
      question: (row) => ({ version: version(row), body: anAction }),
    },
    'DELETE /api/actions/{id}': bare('action'),
    'POST /api/actions/{id}/share': bare('action'),
    'POST /api/actions/{id}/withdraw': bare('action'),
    'POST /api/actions/{id}/evidence': { table: 'action', question: oneFile },
    'PATCH /api/notes/{id}': {
      table: 'note',
      question: (row) => ({ version: version(row), body: { text: 'Mine.', mentionIds: [] } }),
    },
    'DELETE /api/notes/{id}': bare('note'),
    // Its author may write it too, but not see it in another's stead: those who may do neither are tried.
    'POST /api/mentions/{id}/see': bare('mention'),
    'POST /api/measures/{id}/due-date-changes': {
      table: 'measure',
      question: () => ({ body: { dueOn: '2027-05-01', ...reason } }),
    },
    'POST /api/measures/{id}/confirmations': {
      table: 'measure',
      question: () => ({ body: { kind: 'completion', ...reason } }),
    },
    'PUT /api/mechanisms/{id}/thresholds': {
      table: 'mechanism',
      question: (row) => ({ version: version(row), body: { warningDays: 20, freshnessDays: 90 } }),
    },
    'POST /api/meetings/{id}/reports': {
      table: 'meeting',
      question: () => ({ body: { audience: 'joint', language: 'en' } }),
    },
    'PATCH /api/updates/{id}': {
      table: 'update',
      question: (row) => ({ version: version(row), body: { text: 'Mine.' } }),
    },
    'POST /api/updates/{id}/submit': bare('update'),
    'POST /api/updates/{id}/endorse': bare('update'),
    'POST /api/updates/{id}/withdraw': bare('update'),
    'POST /api/updates/{id}/return': {
      table: 'update',
      question: (row) => ({ version: version(row), body: reason }),
    },
    'POST /api/updates/{id}/clear': {
      table: 'update',
      question: (row) => ({ version: version(row), body: { disclose: [] } }),
    },
    'POST /api/updates/{id}/evidence': { table: 'update', question: oneFile },
    'POST /api/measures/{id}/evidence': { table: 'measure', question: oneFile },
    'POST /api/signed-documents/{id}/evidence': { table: 'signed_document', question: oneFile },
    'PATCH /api/evidence/{id}': {
      table: 'evidence',
      question: (row) => ({ version: version(row), body: { title: 'Mine.' } }),
    },
    'DELETE /api/evidence/{id}': bare('evidence'),
    'POST /api/evidence/{id}/revisions': {
      table: 'evidence',
      question: () => ({ body: { url: 'https://example.org/' } }),
    },
    'DELETE /api/revisions/{id}': { table: 'evidence_revision', question: ofItsEvidence },
    'POST /api/revisions/{id}/disclose': { table: 'evidence_revision', question: ofItsEvidence },
    'POST /api/revisions/{id}/take-back': { table: 'disclosed_evidence', question: () => ({ body: reason }) },
    'HEAD /api/uploads/{id}': { table: 'evidence_revision', question: () => ({ headers: tus }) },
    'DELETE /api/uploads/{id}': { table: 'evidence_revision', question: () => ({ headers: tus }) },
    'PATCH /api/uploads/{id}': {
      table: 'evidence_revision',
      question: () => ({
        headers: { ...tus, 'content-type': 'application/offset+octet-stream', 'upload-offset': '0' },
        body: 'content',
      }),
    },
    'POST /api/due-date-changes/{id}/agree': bare('due_date_change'),
    'POST /api/due-date-changes/{id}/withdraw': bare('due_date_change'),
    'POST /api/due-date-changes/{id}/decline': {
      table: 'due_date_change',
      question: (row) => ({ version: version(row), body: reason }),
    },
    'PUT /api/requests/{id}/draft': {
      table: 'request',
      question: () => ({ version: 0, body: { text: 'A word.' } }),
    },
    'POST /api/requests/{id}/answer': bare('request'),
    'POST /api/requests/{id}/withdraw': bare('request'),
    'POST /api/confirmations/{id}/confirm': bare('confirmation'),
    'POST /api/confirmations/{id}/withdraw': bare('confirmation'),
    'POST /api/confirmations/{id}/decline': {
      table: 'confirmation',
      question: (row) => ({ version: version(row), body: reason }),
    },
    'PUT /api/imports/{id}': {
      table: 'import',
      question: (row) => ({
        version: version(row),
        body: { draft: placed(row['draft'] as Draft), mechanismId: row['mechanism_id'], kind: 'annex' },
      }),
    },
    'PUT /api/imports/{id}/columns': {
      table: 'import',
      question: (row) => ({ version: version(row), body: { columns: ['area', 'measure'] } }),
    },
    'PUT /api/imports/{id}/published': {
      table: 'import',
      question: (row) => ({ version: version(row), body: { publishedOn: '2031-05-12' } }),
    },
    'POST /api/imports/{id}/adopt': bare('import'),
    'POST /api/imports/{id}/attach': {
      table: 'import',
      question: (row) => ({
        version: version(row),
        body: { meetingId: idOf('meeting', version(row)), pieces: [], documents: [] },
      }),
    },
    'POST /api/meetings/{id}/lineage': {
      table: 'meeting',
      question: (row) => {
        const measure = rows('measure').find((each) => each['meeting_id'] === row['id']);
        const laterId = (measure?.['id'] as string | undefined) ?? idOf('measure', 0);
        return {
          body: { decisions: [{ earlierId: null, laterId, relation: 'new', stands: true, version: 0 }] },
        };
      },
    },
    'POST /api/meetings/{id}/documents': {
      table: 'meeting',
      question: () => ({ body: { title: 'A paper', parties: [], signedOn: '2026-05-02' } }),
    },
    'PATCH /api/documents/{id}': {
      table: 'signed_document',
      question: (row) => ({ version: version(row), body: { state: 'ended' } }),
    },
    'POST /api/imports/{id}/discard': bare('import'),
  };
}
