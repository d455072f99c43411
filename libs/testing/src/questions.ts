import { evidenceFilters, lights, measureStatuses } from '#contracts/status';
import type { Row } from './visibility.js';

/** An endpoint as the API's description has it. */
export interface Operation {
  method: string;
  path: string;
  parameters: { name: string; in: string }[];
}

/** Whose row the {id} of a path names. */
export const named: Record<string, string> = {
  '/api/evidence/{id}': 'evidence',
  '/api/measures/{id}/evidence': 'measure',
  '/api/measures/{id}/suggested-actions': 'measure',
  '/api/revisions/{id}/file': 'evidence_revision',
  '/api/revisions/{id}/preview': 'evidence_revision',
  '/api/revisions/{id}/preview/file': 'evidence_revision',
  '/api/signed-documents/{id}/evidence': 'signed_document',
  '/api/imports/{id}': 'import',
  '/api/imports/{id}/suggestions': 'import',
  '/api/imports/{id}/file': 'import',
  '/api/imports/{id}/comparison': 'import',
  '/api/ledgers/{id}/verification': 'ledger',
  '/api/mails/{id}': 'mail',
  '/api/measures/{id}': 'measure',
  '/api/meetings/{id}': 'meeting',
  '/api/meetings/{id}/evidence': 'meeting',
  '/api/meetings/{id}/lineage': 'meeting',
  '/api/organisations/{id}/officers': 'organisation',
  '/api/reports/{id}': 'report',
  '/api/reports/{id}/file': 'report',
  '/api/sources/{id}/file': 'source',
  '/api/updates/{id}': 'update',
};
export const nameless = [
  ...[
    '/api/activity',
    '/api/colleagues',
    '/api/demo',
    '/api/evidence-archive',
    '/api/imports',
    '/api/leaves',
    '/api/ledgers',
    '/api/mails',
    '/api/measures',
  ],
  ...['/api/mechanisms', '/api/my-work', '/api/organisations', '/api/reports', '/api/session'],
];

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length]!;

/**
 * Requests of the API's read endpoints, with ids and words of anybody's.
 * @param rows every row there is, by table, as it stands when it is asked
 */
export function questionsOn(rows: (table: string) => Row[]) {
  const idOf = (table: string, pick: number) => choose(rows(table), pick)['id'] as string;

  /** What may stand in a query, with ids and words of everybody's. */
  const queries: Record<string, (pick: number) => string> = {
    meeting: (pick) => idOf('meeting', pick),
    mechanism: (pick) => idOf('mechanism', pick),
    measure: (pick) => idOf('measure', pick),
    area: (pick) => idOf('area', pick),
    areaAt: (pick) => String(pick % 300),
    lead: (pick) => idOf('organisation', pick),
    party: (pick) => idOf('party', pick),
    status: (pick) => choose(measureStatuses, pick),
    state: (pick) => choose(evidenceFilters, pick),
    light: (pick) => choose(lights, pick),
    due: (pick) => choose(['overdue', 'soon', 'none'], pick),
    q: (pick) => choose(['zqx', 'measure', `zqx${(pick % 999).toString(36).padStart(5, '0')}xqz`], pick),
    ids: (pick) => [pick, Math.floor(pick / 8)].map((each) => idOf('evidence_revision', each)).join(),
    mine: (pick) => choose(['true', 'false'], pick),
    limit: (pick) => String((pick % 200) + 1),
    page: (pick) => String((pick % 2) + 1),
    from: (pick) => String((pick % 60) + 1),
    after: (pick) => idOf(choose(['report', 'mail', 'activity', 'update'], pick), Math.floor(pick / 4)),
  };

  /** A request of one of the API's read endpoints, with ids of anybody's. */
  function addressOf(
    { path, parameters }: Operation,
    pick: number,
    chosen: number,
  ): { url: string; row?: Row } {
    const table = named[path];
    const row = table ? choose(rows(table), pick) : undefined;
    const query = new URLSearchParams();
    for (const [at, { name }] of parameters.filter((each) => each.in === 'query').entries()) {
      if ((chosen >> at) & 1) query.set(name, queries[name]!(pick + at));
    }
    if (path === '/api/measures' && query.has('after')) {
      const measure = choose(rows('measure'), pick);
      const cursor = ['meeting_id', 'area_ordinal', 'ordinal', 'id'].map((column) => String(measure[column]));
      query.set('after', cursor.join('.'));
    }
    if (path === '/api/meetings/{id}/evidence' && query.has('after'))
      query.set('after', `${pick % 12}.${pick % 7}.${query.get('after')!}`);
    return {
      url: `${path.replace('{id}', row ? (row['id'] as string) : idOf('update', pick))}${query.size ? `?${query.toString()}` : ''}`,
      ...(row && { row }),
    };
  }

  return { addressOf, queries };
}
