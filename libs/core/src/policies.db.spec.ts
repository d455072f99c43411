import {
  type DueDateChangeState,
  importStates,
  type Role,
  type UpdateState,
  updateStates,
} from '#contracts/status';
import { confirmationKinds, type ConfirmationState, confirmationStates } from '#contracts/status';
import { requestStates } from '#contracts/status';
import { dueDateChangeStates } from '#contracts/status';
import { Confirmation } from '#core/confirmations/confirmation.entity';
import { can as canConfirm, canPropose, isEnded } from '#core/confirmations/confirmation.policy';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DashboardsReads } from '#core/dashboards/dashboards.reads';
import { DueDateChange } from '#core/due-dates/due-date-change.entity';
import { can as canAnswer } from '#core/due-dates/due-date-change.policy';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { Import } from '#core/imports/import.entity';
import { canChange, canDiscard, canImport, canImportInto } from '#core/imports/import.policy';
import { ImportsReads } from '#core/imports/imports.reads';
import { ImportsService } from '#core/imports/imports.service';
import { readMemorandum } from '#core/imports/read-memorandum';
import { ReadingsService } from '#core/imports/readings.service';
import { canDecide } from '#core/lineage/lineage.policy';
import { LineageService } from '#core/lineage/lineage.service';
import type { Measure } from '#core/measures/measure.entity';
import { canAssign, canProposeDueDate, canWriteUpdate } from '#core/measures/measure.policy';
import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { canSetThresholds } from '#core/mechanisms/mechanism.policy';
import { MechanismsService } from '#core/mechanisms/mechanisms.service';
import { MechanismsReads } from '#core/mechanisms/mechanisms.reads';
import type { Meeting } from '#core/meetings/meeting.entity';
import { Mention } from '#core/notes/mention.entity';
import { Note } from '#core/notes/note.entity';
import { canChangeNote, canSee, canWriteNote } from '#core/notes/note.policy';
import { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import type { Organisation } from '#core/people/organisation.entity';
import { PeopleReads } from '#core/people/people.reads';
import { Problem } from '#core/problem';
import { abilitiesOf, ruled } from '#core/ruling';
import { canReport } from '#core/reports/report.policy';
import { ReportsService } from '#core/reports/reports.service';
import { canFollowUp } from '#core/signed-documents/signed-document.policy';
import { SignedDocumentsService } from '#core/signed-documents/signed-documents.service';
import { RequestAnswer } from '#core/requests/request-answer.entity';
import { Request } from '#core/requests/request.entity';
import { canClearAnswer, canDraftAnswer, canWithdraw } from '#core/requests/request.policy';
import { RequestsService } from '#core/requests/requests.service';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import { Update } from '#core/updates/update.entity';
import { can, type UpdateAction, updateActions } from '#core/updates/update.policy';
import { UpdatesReads } from '#core/updates/updates.reads';
import { UpdatesService } from '#core/updates/updates.service';
import { Builder } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';

/** `npm run soak:leaks` asks for more cases. */
const times = Number(process.env['SOAK'] ?? 1);
const patience = 120_000 * times;

const database = useDatabase();
const core = useCore(database);

let builder: Builder;
/** Offices of the two sides of a mechanism, of a third government, and of one that observes; each with everybody. */
const offices: Organisation[] = [];
const actors: Actor[] = [];
let ours: Mechanism;
let meeting: Meeting;
let observing: Organisation;

const roleSets: Role[][] = [
  ...[['coordinator'], ['officer'], ['manager'], ['observer'], ['administrator']],
  ...[
    ['coordinator', 'administrator'],
    ['coordinator', 'officer', 'manager'],
    ['observer', 'administrator'],
  ],
] as Role[][];

beforeAll(async () => {
  builder = await Builder.open(database);
  const [left, right, third] = [await builder.party(), await builder.party(), await builder.party()];
  for (const party of [left, left, right, right, third, third])
    offices.push(await builder.organisation({ partyId: party.id }));
  for (const office of offices) for (const roles of roleSets) actors.push(await builder.actor(office, roles));
  observing = offices[4]!;
  ours = await builder.mechanism(left, right, [observing]);
  // The third government has a mechanism of its own, so that its people are somebody's side.
  await builder.mechanism(left, third);
  meeting = await builder.meeting(ours);
});
afterAll(() => builder.close());

const choose = <T>(from: readonly T[], pick: number): T => from[pick % from.length]!;
const reads = (actor: Actor) => acts(actor) || actor.organisationId === observing.id;
const acts = ({ side }: Actor) => side === ours.leftPartyId || side === ours.rightPartyId;
const who = fc.nat().map((pick) => () => choose(actors, pick));
const whose = fc.nat(3).map((pick) => () => offices[pick]!);

/** 'done', the reason of a refusal or the code of the problem; anything else that is thrown fails the test. */
async function outcome(work: Promise<unknown>): Promise<string> {
  try {
    await work;
    return 'done';
  } catch (error) {
    if (!(error instanceof Problem)) throw error;
    // A refusal names the same reason that the screen shows.
    return error.params['reason'] ? `forbidden: ${error.params['reason']}` : error.code;
  }
}

/** A screen's JSON; null where the thing is not there for this reader. */
async function shown<T>(work: Promise<string | object>): Promise<T | null> {
  try {
    const body = await work;
    return (typeof body === 'string' ? JSON.parse(body) : body) as T;
  } catch (error) {
    if ((error as { code?: string }).code === 'not_found') return null;
    throw error;
  }
}

interface Able {
  abilities: Record<string, boolean>;
  refusals: Record<string, string>;
}
const able = ({ abilities, refusals }: Able) => ({ abilities, refusals });
const screen = (actor: Actor, { id }: { id: string }) =>
  shown<
    Able & {
      own: { updates: ({ id: string } & Able)[] } | null;
      dueDateChanges: ({ id: string } & Able)[];
    }
  >(core.app.get(MeasuresReads).one(actor, id));

async function update(office: Organisation, state: UpdateState, measure: Measure): Promise<Update> {
  const author = actors.find(({ organisationId }) => organisationId === office.id)!;
  const row = {
    ...{ id: uuid(), mechanismId: ours.id, measureId: measure.id, partyId: office.partyId, state },
    ...{ organisationId: office.id, authorId: author.personId, status: 'ongoing', text: 'Words', version: 1 },
    ...{ nextStep: null, correctsId: null, createdAt: new Date(), submittedAt: null, returnedReason: null },
  } as Update;
  await builder.source.manager.insert(Update, row);
  return row;
}

function act(actor: Actor, action: UpdateAction, id: string): Promise<unknown> {
  const updates = core.app.get(UpdatesService);
  switch (action) {
    case 'edit':
      return updates.edit(actor, id, { text: 'Other words' }, 1);
    case 'return':
      return updates.return(actor, id, 'Because.', 1);
    case 'clear':
      return updates.clear(actor, id, [], 1);
    default:
      return updates[action](actor, id, 1);
  }
}

it(
  'lets people do with an update what the policy says and the screen shows, and nothing else',
  async () => {
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, fc.constantFrom(...updateStates), fc.constantFrom(...updateActions)] as const),
        async (actorOf, officeOf, state, action) => {
          const [actor, office] = [actorOf(), officeOf()];
          const measure = await builder.measure(meeting);
          const row = await update(office, state, measure);
          const visible = actor.side === row.partyId;
          const rulings = Object.fromEntries(updateActions.map((each) => [each, can(actor, each, row)]));
          const view = await shown<Able>(core.app.get(UpdatesReads).one(actor, row.id));
          const onMeasure = (await screen(actor, measure))?.own?.updates.find(({ id }) => id === row.id);
          expect(view && able(view)).toEqual(visible ? abilitiesOf(rulings) : null);
          if (onMeasure) expect(able(onMeasure)).toEqual(abilitiesOf(rulings));
          const ruling = rulings[action];
          expect(await outcome(act(actor, action, row.id))).toBe(
            !visible ? 'not_found' : ruling === true ? 'done' : `forbidden: ${ruling}`,
          );
        },
      ),
      { numRuns: 250 * times },
    );
  },
  patience,
);

it(
  'lets people do with a measure what the policies say and the screens show, and nothing else',
  async () => {
    const actions = [
      ...(['assign', 'publishAssignment', 'writeUpdate', 'writeNote'] as const),
      ...(['proposeDueDate', 'proposeCompletion', 'proposeDrop'] as const),
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, whose, fc.boolean(), fc.boolean(), fc.constantFrom(...actions)] as const),
        ...([fc.constantFrom(...wholes)] as const),
        async (actorOf, leadOf, supportOf, assigned, open, action, whole) => {
          const [actor, lead, support] = [actorOf(), leadOf(), supportOf()];
          const status = whole === 'closed' || whole === 'dropped' ? whole : 'on_target';
          const measure = await builder.measure(meeting, { status });
          if (whole === 'completion' || whole === 'drop')
            await confirmation(offices[0]!, whole, 'proposed', measure);
          const supportingIds = support.partyId === lead.partyId && support !== lead ? [support.id] : [];
          if (assigned) await builder.assignment(measure, lead, { supportingIds });
          if (open) await proposal(offices[0]!.partyId, 'proposed', measure);
          const own =
            assigned && lead.partyId === actor.side
              ? { partyId: lead.partyId, leadId: lead.id, supportingIds }
              : null;
          const proposes = (kind: Confirmation['kind']) =>
            ruled(
              canPropose(actor, ours),
              [!isEnded(status), 'measure_ended'],
              [whole !== kind, 'already_proposed'],
            );
          const rulings = {
            assign: canAssign(actor, ours),
            publishAssignment: ruled(canAssign(actor, ours), [own !== null, 'not_assigned']),
            writeNote: canWriteNote(actor, ours),
            writeUpdate: canWriteUpdate(actor, own),
            proposeDueDate: ruled(canProposeDueDate(actor, ours), [!open, 'already_proposed']),
            proposeCompletion: proposes('completion'),
            proposeDrop: proposes('drop'),
          };
          const view = await screen(actor, measure);
          expect(view && able(view)).toEqual(reads(actor) ? abilitiesOf(rulings) : null);
          const list = JSON.parse(
            await core.app.get(MeasuresReads).list(actor, { area: measure.areaId }),
          ) as {
            items: Able[];
          };
          const { assign, writeUpdate } = rulings;
          expect(list.items.map(able)).toEqual(reads(actor) ? [abilitiesOf({ assign, writeUpdate })] : []);

          const measures = core.app.get(MeasuresService);
          const ownOffice = { leadId: actor.organisationId, supportingIds: [], officerIds: [] };
          const tried = {
            assign: () =>
              measures.assign(actor, measure.id, { ...ownOffice, internalDueOn: null }, own ? 1 : 0),
            publishAssignment: () => measures.publishAssignment(actor, measure.id, 1),
            writeUpdate: () =>
              core.app
                .get(UpdatesService)
                .draft(actor, measure.id, { status: 'ongoing', text: 'Words', nextStep: null }),
            writeNote: () =>
              core.app.get(NotesService).write(actor, measure.id, false, { text: 'Words', mentionIds: [] }),
            proposeDueDate: () =>
              core.app.get(DueDatesService).propose(actor, measure.id, '2999-01-01', 'Because.'),
            proposeCompletion: () => confirmations().propose(actor, measure.id, 'completion', 'Because.'),
            proposeDrop: () => confirmations().propose(actor, measure.id, 'drop', 'Because.'),
          };
          expect((await outcome(tried[action]())) === 'done').toBe(reads(actor) && rulings[action] === true);
        },
      ),
      { numRuns: 200 * times },
    );
  },
  patience,
);

async function proposal(
  partyId: string,
  state: DueDateChangeState,
  measure: Measure,
): Promise<DueDateChange> {
  const row: DueDateChange = {
    ...{
      id: uuid(),
      mechanismId: ours.id,
      measureId: measure.id,
      partyId,
      fromOn: null,
      dueOn: '2999-01-01',
    },
    ...{
      reason: 'Because.',
      state,
      proposedAt: new Date(),
      answeredAt: null,
      answerReason: null,
      version: 1,
    },
  };
  await builder.source.manager.insert(DueDateChange, row);
  return row;
}

it(
  'lets people answer a due date change as the policy says and the screen shows',
  async () => {
    const actions = ['agree', 'decline', 'withdraw'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, fc.constantFrom(...dueDateChangeStates), fc.constantFrom(...actions)] as const),
        async (actorOf, officeOf, state, action) => {
          const actor = actorOf();
          const measure = await builder.measure(meeting);
          const row = await proposal(officeOf().partyId, state, measure);
          const rulings = Object.fromEntries(
            actions.map((each) => [each, canAnswer(actor, each, row, ours)]),
          );
          const view = (await screen(actor, measure))?.dueDateChanges.find(({ id }) => id === row.id);
          expect(view && able(view)).toEqual(reads(actor) ? abilitiesOf(rulings) : undefined);
          const answer = core.app.get(DueDatesService).answer(actor, row.id, action, 'Because.', 1);
          expect((await outcome(answer)) === 'done').toBe(reads(actor) && rulings[action] === true);
        },
      ),
      { numRuns: 150 * times },
    );
  },
  patience,
);

const confirmations = () => core.app.get(ConfirmationsService);

/** What both sides decided of a measure, or one proposed. */
const wholes = ['open', 'open', 'completion', 'drop', 'closed', 'dropped'] as const;

async function confirmation(
  { id: organisationId, partyId }: Organisation,
  kind: Confirmation['kind'],
  state: ConfirmationState,
  measure: Measure,
): Promise<Confirmation> {
  const row: Confirmation = {
    ...{ id: uuid(), mechanismId: ours.id, measureId: measure.id, partyId, organisationId, kind, state },
    ...{ reason: 'Because.', proposedAt: new Date(), answeredAt: null, answerReason: null },
    ...{ voidedAt: null, version: 1 },
  };
  await builder.source.manager.insert(Confirmation, row);
  return row;
}

it(
  'lets people answer a proposal of completion or dropping as the policy says and the screen shows',
  async () => {
    const actions = ['confirm', 'decline', 'withdraw'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, fc.constantFrom(...confirmationKinds)] as const),
        ...([fc.constantFrom(...confirmationStates), fc.constantFrom(...actions)] as const),
        async (actorOf, officeOf, kind, state, action) => {
          const actor = actorOf();
          const measure = await builder.measure(meeting);
          const row = await confirmation(officeOf(), kind, state, measure);
          const rulings = Object.fromEntries(
            actions.map((each) => [each, canConfirm(actor, each, row, ours)]),
          );
          const view = await shown<{ confirmations: ({ id: string } & Able)[] }>(
            core.app.get(MeasuresReads).one(actor, measure.id),
          );
          const shownTo = view?.confirmations.find(({ id }) => id === row.id);
          expect(shownTo && able(shownTo)).toEqual(reads(actor) ? abilitiesOf(rulings) : undefined);
          const answer = confirmations().answer(actor, row.id, action, 'Because.', 1);
          expect((await outcome(answer)) === 'done').toBe(reads(actor) && rulings[action] === true);
        },
      ),
      { numRuns: 150 * times },
    );
  },
  patience,
);

it(
  'lets people answer a request as the policy says and the screen shows',
  async () => {
    const actions = ['draft', 'clear', 'withdraw'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, whose, fc.constantFrom(...requestStates)] as const),
        ...([fc.boolean(), fc.constantFrom(...actions)] as const),
        async (actorOf, askerOf, leadOf, state, drafted, action) => {
          const [actor, asker, lead] = [actorOf(), askerOf(), leadOf()];
          const measure = await builder.measure(meeting);
          await builder.assignment(measure, lead);
          const place = { mechanismId: ours.id, measureId: measure.id };
          const asking = { partyId: asker.partyId, organisationId: asker.id };
          const { manager } = builder.source;
          const clearedUpdateId = uuid();
          await manager.insert(ClearedUpdate, {
            ...{ ...place, ...asking, id: clearedUpdateId, status: 'ongoing', text: 'Words', nextStep: null },
            ...{
              difficulties: null,
              periodFrom: null,
              periodTo: null,
              correctsId: null,
              clearedAt: new Date(),
            },
          });
          const row: Request = {
            ...{
              ...place,
              ...asking,
              id: uuid(),
              clearedUpdateId,
              text: 'Words',
              state,
              askedAt: new Date(),
            },
            ...{ answer: state === 'answered' ? 'Words' : null, answerOrganisationId: null, endedAt: null },
            version: 1,
          };
          await manager.insert(Request, row);
          const answering = offices.find(
            ({ partyId }) => acts({ side: partyId } as Actor) && partyId !== asker.partyId,
          )!;
          const author = actors.find(({ organisationId }) => organisationId === answering.id)!;
          if (drafted)
            await manager.insert(RequestAnswer, {
              ...{ ...place, id: uuid(), partyId: answering.partyId, requestId: row.id, text: 'Words' },
              ...{ organisationId: answering.id, authorId: author.personId, savedAt: new Date(), version: 1 },
            });
          const own =
            lead.partyId === actor.side
              ? { partyId: lead.partyId, leadId: lead.id, supportingIds: [] }
              : null;
          const allowed = {
            draft: canDraftAnswer(actor, row, ours, own),
            clear: canClearAnswer(actor, row, ours) && drafted,
            withdraw: canWithdraw(actor, row, ours),
          };
          const view = await shown<{ requests: ({ draft: object | null } & Able)[] }>(
            core.app.get(MeasuresReads).one(actor, measure.id),
          );
          expect(view?.requests.map(({ abilities }) => abilities)).toEqual(
            reads(actor) ? [allowed] : undefined,
          );
          expect(view?.requests[0]?.draft != null).toBe(drafted && actor.side === answering.partyId);
          const requests = core.app.get(RequestsService);
          const tried = {
            draft: () => requests.draft(actor, row.id, 'Others', drafted ? 1 : 0),
            clear: () => requests.clearAnswer(actor, row.id, 1),
            withdraw: () => requests.withdraw(actor, row.id, 1),
          };
          expect((await outcome(tried[action]())) === 'done').toBe(allowed[action]);
        },
      ),
      { numRuns: 150 * times },
    );
  },
  patience,
);

it(
  'lets people read, change and see notes as the policy says and the screen shows',
  async () => {
    const actions = ['edit', 'delete', 'see'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, who, who, fc.boolean(), fc.constantFrom(...actions)] as const),
        async (actorOf, authorOf, namedOf, officeOnly, action) => {
          const [actor, author, named] = [actorOf(), authorOf(), namedOf()];
          const measure = await builder.measure(meeting);
          const { partyId, organisationId, personId: authorId } = author;
          const place = { mechanismId: ours.id, partyId, organisationId, authorId, officeOnly };
          const note: Note = {
            ...{ ...place, id: uuid(), measureId: measure.id, text: 'Words' },
            ...{ createdAt: new Date(), editedAt: null, version: 1 },
          };
          const mention: Mention = {
            ...{
              ...place,
              id: uuid(),
              noteId: note.id,
              personId: named.personId,
              seenAt: null,
              mailId: null,
            },
          };
          await builder.source.manager.insert(Note, note);
          await builder.source.manager.insert(Mention, mention);
          const visible =
            acts(actor) && actor.side === partyId && (!officeOnly || actor.organisationId === organisationId);
          const changes = visible && canChangeNote(actor, note);
          const allowed = { edit: changes, delete: changes, see: visible && canSee(actor, mention) };
          const view = await shown<{ own: { notes: ({ unseenId: string | null } & Able)[] } | null }>(
            core.app.get(MeasuresReads).one(actor, measure.id),
          );
          const { edit, delete: removed } = allowed;
          expect(view?.own?.notes ?? []).toMatchObject(
            visible
              ? [{ abilities: { edit, delete: removed }, unseenId: allowed.see ? mention.id : null }]
              : [],
          );
          const notes = core.app.get(NotesService);
          const tried = {
            edit: () => notes.edit(actor, note.id, { text: 'Others', mentionIds: [] }, 1),
            delete: () => notes.remove(actor, note.id, 1),
            see: () => notes.see(actor, mention.id),
          };
          expect(await outcome(tried[action]())).toBe(
            allowed[action] ? 'done' : visible ? 'forbidden' : 'not_found',
          );
        },
      ),
      { numRuns: 150 * times },
    );
  },
  patience,
);

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

it(
  'lets people import as the policy says and the screen shows, and only into a mechanism of their own',
  async () => {
    const actions = ['edit', 'adopt', 'discard'] as const;
    let ordinal = 100;
    await fc.assert(
      fc.asyncProperty(
        ...([
          who,
          whose,
          fc.constantFrom(...importStates),
          fc.constantFrom(...actions),
          fc.boolean(),
        ] as const),
        async (actorOf, officeOf, state, action, complete) => {
          const [actor, office] = [actorOf(), officeOf()];
          const { text, draft } = await readMemorandum(Buffer.from(memorandum((ordinal += 1))));
          const author = actors.find(({ organisationId }) => organisationId === office.id)!;
          const row = {
            ...{
              id: uuid(),
              partyId: office.partyId,
              state,
              kind: 'annex',
              fileName: 'a.txt',
              sha256: '',
              text,
            },
            ...{ draft, mechanismId: complete ? ours.id : null, meetingId: null, version: 1 },
            ...{ createdById: author.personId, createdAt: new Date() },
          } as Import;
          await builder.source.manager.insert(Import, row);
          const visible = actor.side === row.partyId;
          const changes = canChange(actor, row);
          const rulings = {
            edit: changes,
            discard: canDiscard(actor, row),
            adopt: ruled(changes, [complete, 'incomplete']),
          };
          const imports = core.app.get(ImportsService);
          const view = await shown<Able>(core.app.get(ImportsReads).one(actor, row.id));
          expect(view && able(view)).toEqual(visible ? abilitiesOf(rulings) : null);
          const tried = {
            edit: () => imports.review(actor, row.id, { draft, mechanismId: ours.id, kind: 'annex' }, 1),
            adopt: () => imports.adopt(actor, row.id, 1),
            discard: () => core.app.get(ReadingsService).discard(actor, row.id, 1),
          };
          expect((await outcome(tried[action]())) === 'done').toBe(visible && rulings[action] === true);
        },
      ),
      { numRuns: 80 * times },
    );
    for (const actor of actors) {
      const parsed = imports().parse(actor, 'a.txt', Buffer.from(memorandum(99)));
      expect(await outcome(parsed)).toBe(canImport(actor) === true ? 'done' : 'forbidden: not_coordinator');
      const self = await shown<Able>(core.app.get(PeopleReads).self(actor));
      expect(self!.abilities['import']).toBe(canImport(actor) === true);
      if (canImport(actor) !== true || acts(actor)) continue;
      // Reading a mechanism as an observer is no place in it.
      const [id, { draft }] = [await parsed, await readMemorandum(Buffer.from(memorandum(99)))];
      const reviewed = { draft, mechanismId: ours.id, kind: 'annex' as const };
      expect(await outcome(imports().review(actor, id, reviewed, 1))).toMatch(
        /^(not_found|forbidden: observer)$/,
      );
    }
  },
  patience,
);

const imports = () => core.app.get(ImportsService);

it('lets people report, import, decide the lineage and follow documents up where mechanism and meeting say so', async () => {
  const meeting = await builder.meeting(ours);
  const { id: meetingId } = meeting;
  for (const actor of actors) {
    const page = await shown<Able>(core.app.get(DashboardsReads).meeting(actor, meetingId));
    const reports = canReport(actor, ours);
    const decides = canDecide(actor, ours);
    const follows = canFollowUp(actor, ours);
    const rulings = { requestReport: reports, decideLineage: decides, followUpDocuments: follows };
    expect(page && able(page)).toEqual(reads(actor) ? abilitiesOf(rulings) : null);
    const measure = await builder.measure(meeting);
    const decision = {
      earlierId: null,
      laterId: measure.id,
      relation: 'new',
      stands: true,
      version: 0,
    } as const;
    const decide = core.app.get(LineageService).decide(actor, meetingId, [decision]);
    expect((await outcome(decide)) === 'done').toBe(reads(actor) && decides === true);
    const document = { title: 'A paper', parties: [], signedOn: '2026-05-02' };
    const add = core.app.get(SignedDocumentsService).add(actor, meetingId, document);
    expect((await outcome(add)) === 'done').toBe(reads(actor) && follows === true);
    const request = core.app.get(ReportsService).request(actor, meetingId, 'joint', 'en');
    expect(await outcome(request)).toBe(
      !reads(actor) ? 'not_found' : reports === true ? 'done' : `forbidden: ${reports}`,
    );
    const { items } = JSON.parse(await core.app.get(MechanismsReads).list(actor)) as {
      items: ({ id: string } & Able)[];
    };
    const mechanism = items.find(({ id }) => id === ours.id);
    expect(mechanism && able(mechanism)).toEqual(
      reads(actor)
        ? abilitiesOf({ import: canImportInto(actor, ours), setThresholds: canSetThresholds(actor, ours) })
        : undefined,
    );
    const { version } = await builder.source.manager.findOneByOrFail(Mechanism, { id: ours.id });
    const set = core.app
      .get(MechanismsService)
      .setThresholds(actor, ours.id, { warningDays: 30, freshnessDays: 180 }, version);
    expect((await outcome(set)) === 'done').toBe(reads(actor) && canSetThresholds(actor, ours) === true);
  }
});
