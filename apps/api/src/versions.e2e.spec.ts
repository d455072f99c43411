import type { Draft } from '#contracts/draft';
import { placed } from '#contracts/draft-places';
import { ActionsService } from '#core/actions/actions.service';
import { Confirmation } from '#core/confirmations/confirmation.entity';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDateChange } from '#core/due-dates/due-date-change.entity';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { EvidenceRevision } from '#core/evidence/evidence-revision.entity';
import { EvidenceService } from '#core/evidence/evidence.service';
import { ImportsService } from '#core/imports/imports.service';
import { MeasuresService } from '#core/measures/measures.service';
import { Note } from '#core/notes/note.entity';
import { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import { Leave } from '#core/people/leave.entity';
import { LeavesService } from '#core/people/leaves.service';
import { Request } from '#core/requests/request.entity';
import { RequestsService } from '#core/requests/requests.service';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { UpdatesService } from '#core/updates/updates.service';
import { type Browser, useApi } from '#testing/api';
import { useDatabase } from '#testing/database';
import { useDesk } from '#testing/desk';
import { expectProblem, standing } from '#testing/problems';
import { createApp } from './app.js';
import { describeApi } from './openapi.js';

const database = useDatabase();
const api = useApi(createApp, database, { CLOCK: '2026-11-20T09:00+08:00' });
const desk = useDesk(api, database);

/** What an edit of it is sent to, by whom, with what, and the version that stands. */
interface Edit {
  id: string;
  by: Actor;
  version: number;
  body?: object;
}
type Scene = () => Promise<Edit>;

const left = () => desk.world.left;
const right = () => desk.world.right;
const get = <Service>(type: new (...args: never[]) => Service): Service => api.app.get(type);
const reason = { reason: 'Because.' };

async function measure() {
  const row = await desk.builder.measure(desk.world.meeting);
  await desk.builder.assignment(row, left().bureau);
  await desk.builder.assignment(row, right().bureau);
  return row;
}

const input = { title: 'Ours', range: [0, 4] as [number, number], leadId: null };
const anAction = { ...input, internalDueOn: null, doneOn: null };
const action =
  (shared: boolean, body?: object): Scene =>
  async () => {
    const id = await get(ActionsService).plan(left().coordinator, (await measure()).id, anAction);
    if (shared) await get(ActionsService).share(left().coordinator, id, 1);
    return { id, by: left().coordinator, version: shared ? 2 : 1, ...(body && { body }) };
  };

const words = { status: 'ongoing' as const, text: 'Words', nextStep: null };
const update =
  (submitted: boolean, by: () => Actor, body?: object): Scene =>
  async () => {
    const id = await get(UpdatesService).draft(left().officer, (await measure()).id, words);
    if (submitted) await get(UpdatesService).submit(left().officer, id, 1);
    return { id, by: by(), version: submitted ? 2 : 1, ...(body && { body }) };
  };

const dueDate =
  (proposer: () => Actor, body?: object): Scene =>
  async () => {
    const { id: measureId } = await measure();
    await get(DueDatesService).propose(proposer(), measureId, '2027-05-01', 'Because.');
    const { id } = await desk.builder.source.manager.findOneByOrFail(DueDateChange, { measureId });
    return { id, by: left().coordinator, version: 1, ...(body && { body }) };
  };

const confirmation =
  (proposer: () => Actor, body?: object): Scene =>
  async () => {
    const { id: measureId } = await measure();
    await get(ConfirmationsService).propose(proposer(), measureId, 'completion', 'Because.');
    const { id } = await desk.builder.source.manager.findOneByOrFail(Confirmation, { measureId });
    return { id, by: left().coordinator, version: 1, ...(body && { body }) };
  };

/** Asked by the right side; the version is that of what the left side has drafted. */
const asked =
  (drafted: boolean, body?: object): Scene =>
  async () => {
    const { id: measureId } = await measure();
    const said = { ...words, request: 'Please.' };
    const id = await get(UpdatesService).draft(right().officer, measureId, said);
    await get(UpdatesService).submit(right().officer, id, 1);
    await get(UpdatesService).clear(right().coordinator, id, [], 2);
    const request = await desk.builder.source.manager.findOneByOrFail(Request, { measureId });
    if (drafted) await get(RequestsService).draft(left().officer, request.id, 'An answer.', 0);
    return { id: request.id, by: left().coordinator, version: drafted ? 1 : 0, ...(body && { body }) };
  };

const note =
  (body?: object): Scene =>
  async () => {
    const { id: measureId } = await measure();
    await get(NotesService).write(left().officer, measureId, false, { text: 'A word.', mentionIds: [] });
    const { id } = await desk.builder.source.manager.findOneByOrFail(Note, { measureId });
    return { id, by: left().officer, version: 1, ...(body && { body }) };
  };

const assignment =
  (published: boolean, body?: () => object): Scene =>
  async () => {
    const { id } = await measure();
    const [row] = await desk.builder.source.query<[{ version: number }]>(
      'select version from assignment where measure_id = $1 and party_id = $2',
      [id, left().party.id],
    );
    if (published) await get(MeasuresService).publishAssignment(left().coordinator, id, row.version);
    const version = row.version + (published ? 1 : 0);
    return { id, by: left().coordinator, version, ...(body && { body: body() }) };
  };

let meetings = 10;
const memorandum = (ordinal: number) => `甲乙高層會晤暨甲乙合作會議第${ordinal}次會議

備忘錄

甲省人民政府與乙市政府於 2024 年 5 月 11 日，在香港舉行甲乙高層會晤暨甲乙合作會議第${ordinal}次會議。

附件

甲乙合作會議第${ordinal}次會議同意的具體合作措施

一、金融

1. 支持兩地金融機構互設分支。

2. 定期舉行監管會晤。

二、教育

1. 鼓勵兩地學校結為姊妹學校。
`;
const imported =
  (body?: (draft: Draft) => object): Scene =>
  async () => {
    const by = left().coordinator;
    const id = await get(ImportsService).parse(by, 'a.txt', Buffer.from(memorandum((meetings += 1))));
    const rows = await desk.builder.source.query<[{ version: number; draft: Draft }]>(
      'select version, draft from import where id = $1',
      [id],
    );
    return { id, by, version: rows[0].version, ...(body && { body: body(rows[0].draft) }) };
  };

/** A link on a measure, in two revisions, which are both there to be disclosed. */
const evidence =
  (of: 'evidence' | 'revision', body?: object): Scene =>
  async () => {
    const by = left().coordinator;
    const said = { title: 'A page', kind: 'link' as const, documentOn: null, expiresOn: null };
    const place = { of: 'measure' as const, id: (await measure()).id };
    const evidenceId = await get(EvidenceService).attach(by, place, said, { url: 'https://example.org/' });
    await get(EvidenceService).revise(by, evidenceId, { url: 'https://example.org/later' });
    const revision = await desk.builder.source.manager.findOneByOrFail(EvidenceRevision, { evidenceId });
    const id = of === 'evidence' ? evidenceId : revision.id;
    return { id, by, version: 2, ...(body && { body }) };
  };

const scenes: Record<string, Scene> = {
  'PUT /api/actions/{id}': action(false, anAction),
  'DELETE /api/actions/{id}': action(false),
  'POST /api/actions/{id}/share': action(false),
  'POST /api/actions/{id}/withdraw': action(true),
  'PATCH /api/updates/{id}': update(false, () => left().officer, { text: 'Others' }),
  'POST /api/updates/{id}/submit': update(false, () => left().officer),
  'POST /api/updates/{id}/withdraw': update(false, () => left().officer),
  'POST /api/updates/{id}/endorse': update(true, () => left().manager),
  'POST /api/updates/{id}/return': update(true, () => left().coordinator, reason),
  'POST /api/updates/{id}/clear': update(true, () => left().coordinator, { disclose: [] }),
  'POST /api/due-date-changes/{id}/agree': dueDate(() => right().coordinator),
  'POST /api/due-date-changes/{id}/decline': dueDate(() => right().coordinator, reason),
  'POST /api/due-date-changes/{id}/withdraw': dueDate(() => left().coordinator),
  'POST /api/confirmations/{id}/confirm': confirmation(() => right().coordinator),
  'POST /api/confirmations/{id}/decline': confirmation(() => right().coordinator, reason),
  'POST /api/confirmations/{id}/withdraw': confirmation(() => left().coordinator),
  'PUT /api/requests/{id}/draft': asked(true, { text: 'Another answer.' }),
  'POST /api/requests/{id}/answer': asked(true),
  'POST /api/requests/{id}/withdraw': async () => ({
    ...(await asked(false)()),
    ...{ by: right().coordinator, version: 1 },
  }),
  'PATCH /api/notes/{id}': note({ text: 'Other words.', mentionIds: [] }),
  'DELETE /api/notes/{id}': note(),
  'PUT /api/measures/{id}/assignment': assignment(false, () => ({
    ...{ leadId: left().bureau.id, supportingIds: [], officerIds: [], internalDueOn: null },
  })),
  'POST /api/measures/{id}/assignment/publish': assignment(false),
  'POST /api/measures/{id}/assignment/unpublish': assignment(true),
  'PATCH /api/evidence/{id}': evidence('evidence', { title: 'Another' }),
  'DELETE /api/evidence/{id}': evidence('evidence'),
  'DELETE /api/revisions/{id}': evidence('revision'),
  'POST /api/revisions/{id}/disclose': evidence('revision'),
  'DELETE /api/leaves/{id}': async () => {
    const { officer: by, manager } = left();
    const days = { fromOn: '2027-03-01', toOn: '2027-03-05' };
    const { personId } = by;
    await get(LeavesService).set(by, { personId, substituteId: manager.personId, ...days });
    const { id } = await desk.builder.source.manager.findOneByOrFail(Leave, { personId });
    return { id, by, version: 1 };
  },
  'PUT /api/imports/{id}': imported((draft) => ({ draft: placed(draft), mechanismId: null, kind: 'annex' })),
  'PUT /api/imports/{id}/columns': imported(() => ({ columns: ['area', 'measure'] })),
  'PUT /api/imports/{id}/published': imported(() => ({ publishedOn: '2024-05-12' })),
  'POST /api/imports/{id}/adopt': imported(),
  'POST /api/imports/{id}/discard': imported(),
  'POST /api/imports/{id}/attach': imported(() => ({
    ...{ meetingId: desk.world.meeting.id, pieces: [], documents: [] },
  })),
  'PUT /api/mechanisms/{id}/thresholds': () =>
    Promise.resolve({
      ...{ id: desk.world.mechanism.id, by: left().coordinator, version: 1 },
      body: { warningDays: 20, freshnessDays: 90 },
    }),
  'PATCH /api/documents/{id}': async () => {
    const by = left().coordinator;
    const document = { title: 'A paper', parties: [], signedOn: '2026-05-02' };
    await get(SignedDocumentsService).add(by, desk.world.meeting.id, document);
    const { id } = await desk.builder.source.manager.findOneByOrFail(SignedDocument, { title: 'A paper' });
    return { id, by, version: 1, body: { state: 'in_force' } };
  },
};

const makes = 'makes something new, or says that there is one';
const ownSession = 'speaks of the asker’s own session alone';
const eachItsOwn = 'each of them names its version in the body';
const bytes = 'goes by the offset of the tus protocol; the row changes once';

/** Writes that need no version, and why. */
const unversioned: Record<string, string> = {
  'POST /api/measures/{id}/actions': makes,
  'POST /api/measures/{id}/confirmations': makes,
  'POST /api/measures/{id}/due-date-changes': makes,
  'POST /api/measures/{id}/evidence': makes,
  'POST /api/measures/{id}/notes': makes,
  'POST /api/measures/{id}/updates': makes,
  'POST /api/meetings/{id}/documents': makes,
  'POST /api/meetings/{id}/reports': makes,
  'POST /api/actions/{id}/evidence': makes,
  'POST /api/signed-documents/{id}/evidence': makes,
  'POST /api/updates/{id}/evidence': makes,
  'POST /api/evidence/{id}/revisions': 'adds a revision beside those that there are',
  'POST /api/imports': makes,
  'POST /api/imports/text': makes,
  'POST /api/leaves': makes,
  'POST /api/revisions/{id}/take-back': 'what is disclosed never changes, and is taken back once',
  'POST /api/mentions/{id}/see': 'seen is seen, however often it is said',
  'POST /api/measures/{id}/applicability':
    'enters its reason beside all that was cleared; where it is so already it is refused',
  'POST /api/meetings/{id}/lineage': eachItsOwn,
  'POST /api/assignments': eachItsOwn,
  'POST /api/internal-dates': eachItsOwn,
  'POST /api/due-date-changes': makes,
  'POST /api/asks': 'asks, and changes nothing',
  'POST /api/clearings': eachItsOwn,
  'POST /api/returns': eachItsOwn,
  'POST /api/session': ownSession,
  'PATCH /api/session': ownSession,
  'DELETE /api/session': ownSession,
  'HEAD /api/uploads/{id}': bytes,
  'PATCH /api/uploads/{id}': bytes,
  'DELETE /api/uploads/{id}': bytes,
};

/** What is said of an operation. */
interface Described {
  parameters?: { name: string; required?: boolean }[];
  responses: Record<number, { content?: object }>;
}

const browsers = new Map<string, Browser>();
async function browserOf({ personId }: Actor): Promise<Browser> {
  const browser = browsers.get(personId) ?? (await desk.signedIn(personId));
  browsers.set(personId, browser);
  return browser;
}

describe('every write over HTTP', () => {
  it('is known: it names the version it is based on, or there is a reason why not', () => {
    const writes = Object.entries(describeApi(api.app).paths).flatMap(([path, item]) =>
      Object.keys(item as object)
        .filter((method) => method !== 'get')
        .map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(writes.sort()).toEqual([...Object.keys(scenes), ...Object.keys(unversioned)].sort());
  });

  it('is described as it is: who asks for a version says so, with the answers to a wrong one, and nobody else', () => {
    const demanding = Object.entries(describeApi(api.app).paths).flatMap(([path, item]) =>
      Object.entries(item as Record<string, Described>)
        .filter(([, { parameters }]) =>
          parameters?.some(({ name, required }) => name === 'If-Match' && required),
        )
        .map(([method, { responses }]) => ({ operation: `${method.toUpperCase()} ${path}`, responses })),
    );
    expect(demanding.map(({ operation }) => operation).sort()).toEqual(Object.keys(scenes).sort());
    for (const { operation, responses } of demanding)
      for (const status of [409, 412, 428])
        expect([operation, Object.keys(responses[status]?.content ?? {})]).toEqual([
          ...[operation, ['application/problem+json']],
        ]);
  });

  it.each(Object.entries(scenes))(
    '%s is refused without a version and with another one, and then both are told',
    async (operation, scene) => {
      const { id, by, version, body } = await scene();
      const [method, path] = operation.split(' ') as [string, string];
      const browser = await browserOf(by);
      const ask = (given?: number) =>
        browser.ask(method, path.replace('{id}', id), {
          ...(body && { body }),
          ...(given !== undefined && { version: given }),
        });
      const before = await standing(desk.builder, api.home);
      expectProblem(await ask(), { status: 428, code: 'version_required' });
      const stale = await ask(version + 7);
      expectProblem(stale, { status: 412, code: 'version_conflict' });
      expect((JSON.parse(stale.text) as { params: object }).params).toEqual({ version, given: version + 7 });
      expect(await standing(desk.builder, api.home)).toEqual(before);
    },
  );
});
