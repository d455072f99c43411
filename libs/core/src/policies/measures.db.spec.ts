import { canPlan } from '#core/actions/action.policy';
import { ActionsService } from '#core/actions/actions.service';
import { type DueDateChangeState } from '#contracts/status';
import { confirmationKinds, type ConfirmationState, confirmationStates } from '#contracts/status';
import { dueDateChangeStates } from '#contracts/status';
import { Confirmation } from '#core/confirmations/confirmation.entity';
import { can as canConfirm, canPropose } from '#core/confirmations/confirmation.policy';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDateChange } from '#core/due-dates/due-date-change.entity';
import { can as canAnswer } from '#core/due-dates/due-date-change.policy';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import type { Measure } from '#core/measures/measure.entity';
import {
  canAssign,
  canProposeDueDate,
  canSetApplicable,
  canWriteUpdate,
} from '#core/measures/measure.policy';
import { isEnded } from '#core/measures/measure-status';
import { MeasuresReads } from '#core/measures/measures.reads';
import { MeasuresService } from '#core/measures/measures.service';
import { canWriteNote } from '#core/notes/note.policy';
import { NotesService } from '#core/notes/notes.service';
import type { Organisation } from '#core/people/organisation.entity';
import { abilitiesOf, ruled } from '#core/ruling';
import { UpdatesService } from '#core/updates/updates.service';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { able, type Able, outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { offices, reads, screen, who, whose } = ground;

async function proposal(
  partyId: string,
  state: DueDateChangeState,
  measure: Measure,
): Promise<DueDateChange> {
  const row: DueDateChange = {
    ...{
      id: uuid(),
      mechanismId: ground.ours.id,
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
  await ground.builder.source.manager.insert(DueDateChange, row);
  return row;
}

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
    ...{
      id: uuid(),
      mechanismId: ground.ours.id,
      measureId: measure.id,
      partyId,
      organisationId,
      kind,
      state,
    },
    ...{ reason: 'Because.', proposedAt: new Date(), answeredAt: null, answerReason: null },
    ...{ voidedAt: null, version: 1 },
  };
  await ground.builder.source.manager.insert(Confirmation, row);
  return row;
}

it(
  'lets people do with a measure what the policies say and the screens show, and nothing else',
  async () => {
    const actions = [
      ...(['assign', 'publishAssignment', 'unpublishAssignment', 'setApplicable'] as const),
      ...(['writeUpdate', 'writeNote', 'planAction'] as const),
      ...(['proposeDueDate', 'proposeCompletion', 'proposeDrop'] as const),
    ] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, whose, fc.boolean(), fc.boolean(), fc.constantFrom(...actions)] as const),
        ...([fc.constantFrom(...wholes), fc.boolean()] as const),
        async (actorOf, leadOf, supportOf, assigned, open, action, whole, published) => {
          const [actor, lead, support] = [actorOf(), leadOf(), supportOf()];
          const status = whole === 'closed' || whole === 'dropped' ? whole : 'on_target';
          const measure = await ground.builder.measure(ground.meeting, { status });
          if (whole === 'completion' || whole === 'drop')
            await confirmation(offices[0]!, whole, 'proposed', measure);
          const supportingIds = support.partyId === lead.partyId && support !== lead ? [support.id] : [];
          const publishedAt = published ? new Date() : null;
          if (assigned) await ground.builder.assignment(measure, lead, { supportingIds, publishedAt });
          if (open) await proposal(offices[0]!.partyId, 'proposed', measure);
          const own =
            assigned && lead.partyId === actor.side
              ? { partyId: lead.partyId, leadId: lead.id, supportingIds }
              : null;
          const proposes = (kind: Confirmation['kind']) =>
            ruled(
              canPropose(actor, ground.ours),
              [!isEnded(status), 'measure_ended'],
              [whole !== kind, 'already_proposed'],
            );
          const rulings = {
            assign: canAssign(actor, ground.ours),
            publishAssignment: ruled(canAssign(actor, ground.ours), [own !== null, 'not_assigned']),
            unpublishAssignment: ruled(canAssign(actor, ground.ours), [
              own !== null && published,
              'not_published',
            ]),
            setApplicable: canSetApplicable(actor, ground.ours, status),
            writeNote: canWriteNote(actor, ground.ours),
            planAction: canPlan(actor, ground.ours, own),
            writeUpdate: canWriteUpdate(actor, own),
            proposeDueDate: ruled(canProposeDueDate(actor, ground.ours), [!open, 'already_proposed']),
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
            unpublishAssignment: () => measures.unpublishAssignment(actor, measure.id, 1),
            setApplicable: () =>
              core.app.get(UpdatesService).setApplicable(actor, measure.id, false, 'Because.'),
            writeUpdate: () =>
              core.app
                .get(UpdatesService)
                .draft(actor, measure.id, { status: 'ongoing', text: 'Words', nextStep: null }),
            planAction: () =>
              core.app.get(ActionsService).plan(actor, measure.id, {
                ...{ title: 'Ours', range: [0, 4], leadId: null, internalDueOn: null, doneOn: null },
              }),
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

it(
  'lets people answer a due date change as the policy says and the screen shows',
  async () => {
    const actions = ['agree', 'decline', 'withdraw'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, fc.constantFrom(...dueDateChangeStates), fc.constantFrom(...actions)] as const),
        async (actorOf, officeOf, state, action) => {
          const actor = actorOf();
          const measure = await ground.builder.measure(ground.meeting);
          const row = await proposal(officeOf().partyId, state, measure);
          const rulings = Object.fromEntries(
            actions.map((each) => [each, canAnswer(actor, each, row, ground.ours)]),
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
          const measure = await ground.builder.measure(ground.meeting);
          const row = await confirmation(officeOf(), kind, state, measure);
          const rulings = Object.fromEntries(
            actions.map((each) => [each, canConfirm(actor, each, row, ground.ours)]),
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
