import { type UpdateState, updateStates } from '#contracts/status';
import type { Measure } from '#core/measures/measure.entity';
import type { Actor } from '#core/people/actor';
import type { Organisation } from '#core/people/organisation.entity';
import { abilitiesOf } from '#core/ruling';
import { Update } from '#core/updates/update.entity';
import { can, type UpdateAction, updateActions } from '#core/updates/update.policy';
import { UpdatesReads } from '#core/updates/updates.reads';
import { UpdatesService } from '#core/updates/updates.service';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { able, type Able, outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { actors, screen, who, whose } = ground;

async function update(office: Organisation, state: UpdateState, measure: Measure): Promise<Update> {
  const author = actors.find(({ organisationId }) => organisationId === office.id)!;
  const row = {
    ...{ id: uuid(), mechanismId: ground.ours.id, measureId: measure.id, partyId: office.partyId, state },
    ...{ organisationId: office.id, authorId: author.personId, status: 'ongoing', text: 'Words', version: 1 },
    ...{ nextStep: null, correctsId: null, createdAt: new Date(), submittedAt: null, returnedReason: null },
  } as Update;
  await ground.builder.source.manager.insert(Update, row);
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
          const measure = await ground.builder.measure(ground.meeting);
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
