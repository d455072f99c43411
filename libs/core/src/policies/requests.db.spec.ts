import { requestStates } from '#contracts/status';
import { MeasuresReads } from '#core/measures/measures.reads';
import type { Actor } from '#core/people/actor';
import { RequestAnswer } from '#core/requests/request-answer.entity';
import { Request } from '#core/requests/request.entity';
import { canClearAnswer, canDraftAnswer, canWithdraw } from '#core/requests/request.policy';
import { RequestsService } from '#core/requests/requests.service';
import { abilitiesOf, ruled } from '#core/ruling';
import { ClearedUpdate } from '#core/updates/cleared-update.entity';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { able, type Able, outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { acts, actors, offices, reads, who, whose } = ground;

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
          const measure = await ground.builder.measure(ground.meeting);
          await ground.builder.assignment(measure, lead);
          const place = { mechanismId: ground.ours.id, measureId: measure.id };
          const asking = { partyId: asker.partyId, organisationId: asker.id };
          const { manager } = ground.builder.source;
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
          const rulings = {
            draft: canDraftAnswer(actor, row, ground.ours, own),
            clear: ruled(canClearAnswer(actor, row, ground.ours), [drafted, 'incomplete']),
            withdraw: canWithdraw(actor, row, ground.ours),
          };
          const view = await shown<{ requests: ({ draft: object | null } & Able)[] }>(
            core.app.get(MeasuresReads).one(actor, measure.id),
          );
          expect(view?.requests.map(able)).toEqual(reads(actor) ? [abilitiesOf(rulings)] : undefined);
          expect(view?.requests[0]?.draft != null).toBe(drafted && actor.side === answering.partyId);
          const requests = core.app.get(RequestsService);
          const tried = {
            draft: () => requests.draft(actor, row.id, 'Others', drafted ? 1 : 0),
            clear: () => requests.clearAnswer(actor, row.id, 1),
            withdraw: () => requests.withdraw(actor, row.id, 1),
          };
          expect((await outcome(tried[action]())) === 'done').toBe(rulings[action] === true);
        },
      ),
      { numRuns: 150 * times },
    );
  },
  patience,
);
