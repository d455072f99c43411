import { Action } from '#core/actions/action.entity';
import { canPlan, canRemove, canShare, canWithdraw, sharedOf } from '#core/actions/action.policy';
import { ActionsService } from '#core/actions/actions.service';
import { SharedAction } from '#core/actions/shared-action.entity';
import { EvidenceService } from '#core/evidence/evidence.service';
import { MeasuresReads } from '#core/measures/measures.reads';
import { abilitiesOf } from '#core/ruling';
import fc from 'fast-check';
import { v4 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { able, type Able, outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { reads, who, whose } = ground;

/** How an action may stand in the joint record. */
const standings = ['private', 'shared', 'changed', 'withdrawn'] as const;

it(
  'lets people plan, share and withdraw actions as the policy says and the screen shows',
  async () => {
    const deeds = ['plan', 'change', 'remove', 'share', 'withdraw', 'attach'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, whose, whose, fc.boolean()] as const),
        ...([fc.constantFrom(...standings), fc.constantFrom(...deeds)] as const),
        async (actorOf, officeOf, leadOf, assigned, standing, deed) => {
          const [actor, { partyId }, lead] = [actorOf(), officeOf(), leadOf()];
          const { builder, ours } = ground;
          const measure = await builder.measure(ground.meeting, { text: 'Exchange lists every year.' });
          if (assigned) await builder.assignment(measure, lead);
          const action: Action = {
            ...{ id: uuid(), mechanismId: ours.id, measureId: measure.id, partyId, version: 1 },
            ...{ title: 'Lists', words: 'Exchange lists', rangeStart: 0, rangeEnd: 14 },
            ...{ leadId: null, doneOn: null, internalDueOn: '2026-12-01' },
          };
          await builder.source.manager.insert(Action, action);
          const shared: SharedAction | null =
            standing === 'private'
              ? null
              : {
                  ...{ id: action.id, mechanismId: ours.id, measureId: measure.id, partyId },
                  ...{ ...sharedOf(action), doneOn: standing === 'changed' ? '2026-11-01' : null },
                  ...{ sharedAt: new Date(), withdrawnAt: standing === 'withdrawn' ? new Date() : null },
                };
          if (shared) await builder.source.manager.insert(SharedAction, shared);
          const own =
            assigned && lead.partyId === actor.side
              ? { partyId: lead.partyId, leadId: lead.id, supportingIds: [] }
              : null;
          const plans = canPlan(actor, ours, own);
          const rulings = {
            change: plans,
            remove: canRemove(actor, ours, own, shared),
            share: canShare(actor, ours, action, shared),
            withdraw: canWithdraw(actor, ours, shared),
          };
          const view = await shown<
            Able & { actions: { id: string }[]; own: { actions: ({ id: string } & Able)[] } | null }
          >(core.app.get(MeasuresReads).one(actor, measure.id));
          const visible = actor.side === partyId;
          expect(view?.abilities['planAction']).toBe(reads(actor) ? plans === true : undefined);
          expect(view?.own?.actions.map(able) ?? []).toEqual(visible ? [abilitiesOf(rulings)] : []);
          const stands = standing === 'shared' || standing === 'changed';
          expect(view?.actions.map(({ id }) => id) ?? []).toEqual(stands && reads(actor) ? [action.id] : []);

          const actions = core.app.get(ActionsService);
          const input = { title: 'Ours', range: [0, 8] as [number, number], leadId: null };
          const dates = { internalDueOn: null, doneOn: null };
          const link = { title: null, kind: 'link' as const, documentOn: null, expiresOn: null };
          const tried = {
            plan: () => actions.plan(actor, measure.id, { ...input, ...dates }),
            change: () => actions.change(actor, action.id, { ...input, ...dates }, 1),
            remove: () => actions.remove(actor, action.id, 1),
            share: () => actions.share(actor, action.id, 1),
            withdraw: () => actions.withdraw(actor, action.id, 1),
            attach: () =>
              core.app
                .get(EvidenceService)
                .attach(actor, { of: 'action', id: action.id }, link, { url: 'https://example.org/' }),
          };
          const got = await outcome(tried[deed]());
          if (deed === 'plan' ? !reads(actor) : !visible) expect(got).toBe('not_found');
          else if (deed === 'attach') expect(got).toBe(plans === true ? 'done' : 'forbidden');
          else {
            const ruling = deed === 'plan' ? plans : rulings[deed];
            expect(got).toBe(ruling === true ? 'done' : `forbidden: ${ruling}`);
          }
        },
      ),
      { numRuns: 200 * times },
    );
  },
  patience,
);
