import type { ConfirmationKind } from '#contracts/status';
import { Confirmation } from '#core/confirmations/confirmation.entity';
import { ConfirmationsService } from '#core/confirmations/confirmations.service';
import { DueDateChange } from '#core/due-dates/due-date-change.entity';
import { DueDatesService } from '#core/due-dates/due-dates.service';
import { MeasuresService } from '#core/measures/measures.service';
import { Request } from '#core/requests/request.entity';
import { UpdatesService } from '#core/updates/updates.service';
import {
  isEnded,
  type MeasureModel,
  openStates,
  type Person,
  type UpdateModel,
  voidProposals,
} from './model.js';
import { sideDeeds } from './side-deeds.js';
import {
  choose,
  coordinates,
  type Deed,
  first,
  type Given,
  type Ground,
  isCharged,
  oneOf,
  own,
  seen,
  share,
  type Trial,
} from './trial.js';

/** Something done to an update: by somebody of its side who knows its version and may. */
function toUpdate(
  measure: MeasureModel,
  given: Given,
  by: Person,
  may: (update: UpdateModel) => boolean,
  act: (update: UpdateModel, version: number) => Promise<unknown>,
  then: (update: UpdateModel) => Promise<void> | void,
): Trial | null {
  const update = oneOf(measure.updates, given, (each) => by.side === each.side && may(each));
  if (!update) return null;
  return {
    expected: first(
      [by.side !== update.side, 'not_found'],
      [given.stale, 'version_conflict'],
      [!may(update), 'forbidden'],
    ),
    act: () => act(update, seen(update.version, given)),
    then: () => {
      update.version += 1;
      return then(update);
    },
  };
}

const mends = (by: Person) => (update: UpdateModel) =>
  by.office === update.office &&
  (by.role === 'officer' || by.role === 'coordinator') &&
  ['draft', 'returned'].includes(update.state);
const decides = (by: Person) => (update: UpdateModel) =>
  by.role === 'coordinator' && ['submitted', 'endorsed'].includes(update.state);

/** Proposals are the two sides' coordinators' alone; whoever only reads finds nothing to lock. */
const answering = (by: Person, given: Given, proposal: { side: number; state: string }, withdraws: boolean) =>
  first(
    [by.side === null, 'not_found'],
    [proposal.state !== 'proposed', 'wrong_state'],
    [!coordinates(by), 'forbidden'],
    [(by.side === proposal.side) !== withdraws, 'forbidden'],
    [given.stale, 'version_conflict'],
  );

const updates = ({ app }: Ground) => app.get(UpdatesService);

export const deeds: Record<string, Deed> = {
  ...sideDeeds,

  assign({ app, bureaux }, _, measure, given, by) {
    const side = by.side ?? 0;
    const before = measure.charged[side];
    const lead = given.flag ? 0 : 1;
    const supporting = given.pick % 2 === 0;
    const [leadId, other] = [bureaux[side][lead], bureaux[side][1 - lead]!];
    const input = { leadId, supportingIds: supporting ? [other] : [], officerIds: [], internalDueOn: null };
    return {
      expected: first(
        [!by.reads, 'not_found'],
        [!coordinates(by), 'forbidden'],
        [given.stale, 'version_conflict'],
      ),
      act: () =>
        app.get(MeasuresService).assign(by.actor, measure.id, input, seen(before?.version ?? 0, given)),
      then: () => void (measure.charged[side] = { lead, supporting, version: (before?.version ?? 0) + 1 }),
    };
  },

  publish({ app }, _, measure, given, by) {
    const charge = by.side === null ? null : measure.charged[by.side];
    return {
      expected: first(
        [!by.reads, 'not_found'],
        [!coordinates(by), 'forbidden'],
        [charge === null, 'not_found'],
        [given.stale, 'version_conflict'],
      ),
      act: () =>
        app.get(MeasuresService).publishAssignment(by.actor, measure.id, seen(charge?.version ?? 1, given)),
      then: () => void (charge!.version += 1),
    };
  },

  draft(ground, model, measure, { status, word, pick, flag }, by) {
    // Now and then it asks the other side something, or corrects what was said, or claims to.
    const request = pick % 2 === 0 ? word : null;
    const corrected = flag && pick % 4 === 0 ? choose(measure.updates, pick) : undefined;
    const open = measure.updates.some(
      (each) => each.side === by.side && each.office === by.office && openStates.includes(each.state),
    );
    own(model, by, word);
    return {
      expected: first(
        [!by.reads, 'not_found'],
        [!isCharged(measure, by), 'forbidden'],
        [corrected !== undefined && (corrected.side !== by.side || corrected.state !== 'cleared'), 'invalid'],
        [open, 'update_open'],
      ),
      act: () =>
        updates(ground).draft(by.actor, measure.id, {
          ...{ status, text: word, nextStep: null, request, correctsId: corrected?.id ?? null },
        }),
      then: (id) =>
        void measure.updates.push({
          ...{
            id: id as string,
            side: by.side!,
            office: by.office,
            state: 'draft',
            status,
            version: 1,
            word,
            request,
          },
        }),
    };
  },

  edit(ground, model, measure, given, by) {
    const { status, word } = given;
    own(model, by, word);
    return toUpdate(
      ...([measure, given, by, mends(by)] as const),
      (update, version) => updates(ground).edit(by.actor, update.id, { status, text: word }, version),
      (update) => void Object.assign(update, { state: 'draft', status, word }),
    );
  },

  submit: (ground, _, measure, given, by) =>
    toUpdate(
      ...([measure, given, by, mends(by)] as const),
      (update, version) => updates(ground).submit(by.actor, update.id, version),
      (update) => void (update.state = 'submitted'),
    ),

  withdraw: (ground, _, measure, given, by) =>
    given.flag
      ? toUpdate(
          ...([measure, given, by, mends(by)] as const),
          (update, version) => updates(ground).withdraw(by.actor, update.id, version),
          (update) => void (update.state = 'withdrawn'),
        )
      : null,

  endorse: (ground, _, measure, given, by) =>
    toUpdate(
      ...([measure, given, by] as const),
      (update) => by.role === 'manager' && by.office === update.office && update.state === 'submitted',
      (update, version) => updates(ground).endorse(by.actor, update.id, version),
      (update) => void (update.state = 'endorsed'),
    ),

  return(ground, model, measure, given, by) {
    own(model, by, given.word);
    return toUpdate(
      ...([measure, given, by, decides(by)] as const),
      (update, version) => updates(ground).return(by.actor, update.id, given.word, version),
      (update) => void (update.state = 'returned'),
    );
  },

  clear: (ground, model, measure, given, by) =>
    toUpdate(
      ...([measure, given, by, decides(by)] as const),
      (update, version) => updates(ground).clear(by.actor, update.id, [], version),
      async (update) => {
        update.state = 'cleared';
        share(model, update.word);
        measure.cleared = true;
        if (update.request !== null) {
          share(model, update.request);
          const { id } = await ground.builder.source.manager.findOneByOrFail(Request, {
            clearedUpdateId: update.id,
          });
          const asked = { id, side: update.side, text: update.request, version: 1 };
          measure.requests.push({ ...asked, state: 'open', draft: null, answer: null });
        }
        if (measure.tracks[update.side] === update.status) return;
        measure.tracks[update.side] = update.status;
        voidProposals(measure, ['completion'], ['proposed', 'confirmed']);
      },
    ),

  proposeDate({ app, builder }, _, measure, { pick }, by) {
    const dueOn = `2027-0${(pick % 9) + 1}-15`;
    return {
      expected: first(
        [!by.reads, 'not_found'],
        [!coordinates(by), 'forbidden'],
        [measure.dates.some(({ state }) => state === 'proposed'), 'due_date_change_open'],
      ),
      act: () => app.get(DueDatesService).propose(by.actor, measure.id, dueOn, 'Because.'),
      then: async () => {
        const { id } = await builder.source.manager.findOneByOrFail(DueDateChange, {
          ...{ measureId: measure.id, state: 'proposed' },
        });
        measure.dates.push({ id, side: by.side!, state: 'proposed', version: 1, dueOn });
      },
    };
  },

  answerDate({ app }, _, measure, given, by) {
    const change = measure.dates.at(-1);
    if (!change) return null;
    const action = choose(['agree', 'decline', 'withdraw'] as const, given.pick)!;
    return {
      expected: answering(by, given, change, action === 'withdraw'),
      act: () =>
        app.get(DueDatesService).answer(by.actor, change.id, action, 'Because.', seen(change.version, given)),
      then: () => {
        change.version += 1;
        change.state = ({ agree: 'agreed', decline: 'declined', withdraw: 'withdrawn' } as const)[action];
        if (action === 'agree') measure.dueOn = change.dueOn;
      },
    };
  },

  proposeWhole({ app, builder }, _, measure, { pick }, by) {
    const kind: ConfirmationKind = pick % 4 === 0 ? 'drop' : 'completion';
    return {
      expected: first(
        [by.side === null, 'not_found'],
        [!coordinates(by), 'forbidden'],
        [isEnded(measure), 'wrong_state'],
        [measure.wholes.some((each) => each.kind === kind && each.state === 'proposed'), 'confirmation_open'],
      ),
      act: () => app.get(ConfirmationsService).propose(by.actor, measure.id, kind, 'Because.'),
      then: async () => {
        const { id } = await builder.source.manager.findOneByOrFail(Confirmation, {
          ...{ measureId: measure.id, kind, state: 'proposed' },
        });
        measure.wholes.push({ id, kind, side: by.side!, state: 'proposed', version: 1 });
      },
    };
  },

  answerWhole({ app }, _, measure, given, by) {
    const proposal = choose(measure.wholes.toReversed(), given.pick % 2);
    if (!proposal) return null;
    const action = choose(['confirm', 'confirm', 'decline', 'withdraw'] as const, given.pick)!;
    return {
      expected: answering(by, given, proposal, action === 'withdraw'),
      act: () =>
        app
          .get(ConfirmationsService)
          .answer(by.actor, proposal.id, action, 'Because.', seen(proposal.version, given)),
      then: () => {
        proposal.version += 1;
        proposal.state = ({ confirm: 'confirmed', decline: 'declined', withdraw: 'withdrawn' } as const)[
          action
        ];
        if (action === 'confirm') voidProposals(measure, ['completion', 'drop'], ['proposed']);
      },
    };
  },
};
