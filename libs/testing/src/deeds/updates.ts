import { UpdatesService } from '#core/updates/updates.service';
import { v7 as uuid } from 'uuid';
import { measureOf, officerOf, updateIn, type Deeds } from './deed.js';

/** An update's texts, each a canary; most ask something of the other side. */
const wordsOf = (word: () => string, other: number) => ({
  ...{
    text: word(),
    nextStep: word(),
    difficulties: word(),
    periodFrom: '2026-10-01',
    periodTo: '2026-10-31',
  },
  request: other % 4 ? word() : null,
});

/** Updates from their draft to their clearing. */
export const updates: Deeds = {
  private: {
    async draft(world, side, { pick, other, status }) {
      const { id: measureId, mechanismId } = measureOf(world, side, pick);
      const officer = side.officers[other % 2]!;
      const owner = { partyId: side.party.id, mechanismId };
      const key = uuid();
      const id = await world.app
        .get(UpdatesService)
        .draft(officer, measureId, { ...wordsOf(() => world.canaries.text(owner, key), other), status });
      world.canaries.rename(key, id);
      return true;
    },

    async edit(world, side, { pick, other, status }) {
      const update = await updateIn(world, side, pick, 'draft', 'returned');
      if (!update) return false;
      const { id, version, organisationId, mechanismId } = update;
      const owner = { partyId: side.party.id, mechanismId };
      // All words are new, so that nothing written before is shared with them.
      world.canaries.forget(id);
      const words = wordsOf(() => world.canaries.text(owner, id), other);
      await world.app
        .get(UpdatesService)
        .edit(officerOf(side, organisationId), id, { ...words, status }, version);
      return true;
    },

    async submit(world, side, { pick }) {
      const update = await updateIn(world, side, pick, 'draft', 'returned');
      if (!update) return false;
      const officer = officerOf(side, update.organisationId);
      await world.app.get(UpdatesService).submit(officer, update.id, update.version);
      return true;
    },

    async endorse(world, side, { pick }) {
      const update = await updateIn(world, side, pick, 'submitted');
      if (!update) return false;
      await world.app.get(UpdatesService).endorse(side.manager, update.id, update.version);
      return true;
    },

    async return(world, side, { pick }) {
      const update = await updateIn(world, side, pick, 'submitted', 'endorsed');
      if (!update) return false;
      const reason = world.canaries.text({ partyId: side.party.id, mechanismId: update.mechanismId });
      await world.app.get(UpdatesService).return(side.coordinator, update.id, reason, update.version);
      return true;
    },

    async withdraw(world, side, { pick, flag }) {
      const update = flag ? await updateIn(world, side, pick, 'draft', 'returned') : undefined;
      if (!update) return false;
      const officer = officerOf(side, update.organisationId);
      await world.app.get(UpdatesService).withdraw(officer, update.id, update.version);
      return true;
    },
  },

  sharing: {
    async clear(world, side, { pick, flag }) {
      const update = await updateIn(world, side, pick, 'submitted', 'endorsed');
      if (!update) return false;
      const evidence = await world.rows<{ id: string }>(
        `select r.id from evidence_revision r join evidence e on e.id = r.evidence_id
         where e.update_id = $1 and r.state = 'available' order by r.id`,
        [update.id],
      );
      const disclosed = evidence.map(({ id }) => id).filter((_, at) => (at + pick) % 2 === 0 || flag);
      await world.app.get(UpdatesService).clear(side.coordinator, update.id, disclosed, update.version);
      for (const subject of [update.id, ...disclosed]) world.canaries.share(subject);
      return true;
    },
  },
};
