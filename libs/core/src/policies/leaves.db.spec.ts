import type { Actor } from '#core/people/actor';
import { Leave } from '#core/people/leave.entity';
import { canSetLeave } from '#core/people/leave.policy';
import { LeavesReads } from '#core/people/leaves.reads';
import { LeavesService } from '#core/people/leaves.service';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { outcome, patience, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { actors, who, whose } = ground;

const personOf = ({ personId: id, partyId }: Actor) => ({ id, partyId });

/** Who is known to somebody by name: his own side's people, himself, and for administrators their party's. */
const knows = (actor: Actor, { personId, partyId }: Actor) =>
  actor.personId === personId || actor.side === partyId || (actor.administers && actor.partyId === partyId);

it(
  'lets people set and end leaves as the policy says and the screen shows, and nobody else know of them',
  async () => {
    await fc.assert(
      fc.asyncProperty(who, whose, fc.boolean(), async (actorOf, officeOf, setting) => {
        const [actor, office] = [actorOf(), officeOf()];
        const at = ({ organisationId }: Actor) => organisationId === office.id;
        const person = actors.find((each) => at(each) && each.roles.includes('officer'))!;
        const substitute = actors.find((each) => at(each) && each.roles.includes('manager'))!;
        await ground.builder.source.query('truncate leave');
        const { personId, partyId } = person;
        const leave = {
          personId,
          substituteId: substitute.personId,
          fromOn: '2999-01-01',
          toOn: '2999-01-02',
        };
        const allowed = canSetLeave(actor, personOf(person));
        const leaves = core.app.get(LeavesService);
        const told = (done: Promise<void>) =>
          outcome(done).then((each) => expect(each).toBe(expected(actor, person, allowed)));
        if (setting) return told(leaves.set(actor, leave));
        const row = { ...leave, id: uuid(), partyId, setById: personId, version: 1 };
        await ground.builder.source.manager.insert(Leave, row);
        const { items } = JSON.parse(await core.app.get(LeavesReads).list(actor)) as {
          items: { id: string; abilities: { end: boolean } }[];
        };
        const sees =
          [personId, substitute.personId].includes(actor.personId) ||
          (actor.administers && actor.partyId === partyId);
        expect(items.map(({ id, abilities }) => [id, abilities.end])).toEqual(
          sees ? [[row.id, allowed]] : [],
        );
        return told(leaves.end(actor, row.id, 1));
      }),
      { numRuns: 150 * times },
    );
  },
  patience,
);

const expected = (actor: Actor, person: Actor, allowed: boolean) =>
  allowed ? 'done' : knows(actor, person) ? 'forbidden' : 'not_found';
