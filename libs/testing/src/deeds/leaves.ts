import { LeavesService } from '#core/people/leaves.service';
import { PeopleService } from '#core/people/people.service';
import { UpdatesService } from '#core/updates/updates.service';
import { choose, updateIn, type Deeds } from './deed.js';

/** Officers who are away, and what is done in their place. */
export const leaves: Deeds = {
  private: {
    async leave(world, side, { pick, other, flag }) {
      const person = side.officers[other % 2]!;
      const substitute = choose([side.manager, side.officers[(other + 1) % 2]!], pick)!;
      const { personId } = person;
      const fromOn = pick % 3 ? '2026-11-20' : '2026-11-24';
      const period = { fromOn, toOn: fromOn };
      await world.app
        .get(LeavesService)
        .set(flag ? person : side.administrator, { personId, substituteId: substitute.personId, ...period });
      return true;
    },

    async endLeave(world, side, { pick }) {
      const rows = await world.rows<{ id: string; version: number }>(
        'select id, version from leave where party_id = $1 order by id',
        [side.party.id],
      );
      const row = choose(rows, pick);
      if (!row) return false;
      await world.app.get(LeavesService).end(side.administrator, row.id, row.version);
      return true;
    },

    /** Edits what an absent officer's office has begun. */
    async standIn(world, side, { pick, status }) {
      const update = await updateIn(world, side, pick, 'draft', 'returned');
      const [leave] = await world.rows<{ substituteId: string }>(
        `select substitute_id as "substituteId" from leave l join person p on p.id = l.person_id
         where l.party_id = $1 and p.organisation_id = $2 and from_on = '2026-11-20'`,
        [side.party.id, update?.organisationId ?? null],
      );
      if (!update || !leave) return false;
      const updates = world.app.get(UpdatesService);
      await world.app
        .get(PeopleService)
        .as(leave.substituteId, (actor) => updates.edit(actor, update.id, { status }, update.version));
      return true;
    },
  },
  sharing: {},
};
