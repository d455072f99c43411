import { ActionsService } from '#core/actions/actions.service';
import { v7 as uuid } from 'uuid';
import { choose, type Deeds, measureOf } from './deed.js';
import type { RandomWorld, Side, Step } from '../random-world.js';

interface ActionRow {
  id: string;
  mechanismId: string;
  version: number;
}

async function actionOf(world: RandomWorld, { party }: Side, pick: number) {
  const rows = await world.rows<ActionRow>(
    `select id, mechanism_id as "mechanismId", version from action where party_id = $1 order by id`,
    [party.id],
  );
  return choose(rows, pick);
}

const inputOf = (title: string, day: () => string, { bureaux }: Side, { pick, other, flag }: Step) => ({
  ...{ title, range: [0, 7 + (pick % 8)] as [number, number], leadId: flag ? bureaux[other % 2]!.id : null },
  ...{ internalDueOn: other % 3 ? day() : null, doneOn: pick % 3 ? null : '2026-11-01' },
});

/** A measure broken into what a side carries out. */
export const actions: Deeds = {
  private: {
    async plan(world, side, step) {
      const { id, mechanismId } = measureOf(world, side, step.pick);
      const owner = { partyId: side.party.id, mechanismId };
      const key = uuid();
      const input = inputOf(
        ...([world.canaries.text(owner, key), () => world.canaries.date(owner), side, step] as const),
      );
      const action = await world.app.get(ActionsService).plan(side.coordinator, id, input);
      world.canaries.rename(key, action);
      return true;
    },

    async changeAction(world, side, step) {
      const action = await actionOf(world, side, step.pick);
      if (!action) return false;
      const { id, version, mechanismId } = action;
      const owner = { partyId: side.party.id, mechanismId };
      // What is shared keeps its words until it is shared anew.
      world.canaries.forget(id);
      const input = inputOf(
        ...([world.canaries.text(owner, id), () => world.canaries.date(owner), side, step] as const),
      );
      await world.app.get(ActionsService).change(side.coordinator, id, input, version);
      return true;
    },

    async removeAction(world, side, { pick, flag }) {
      const action = flag ? await actionOf(world, side, pick) : undefined;
      if (!action) return false;
      await world.app.get(ActionsService).remove(side.coordinator, action.id, action.version);
      return true;
    },
  },

  sharing: {
    async shareAction(world, side, { pick }) {
      const action = await actionOf(world, side, pick);
      if (!action) return false;
      await world.app.get(ActionsService).share(side.coordinator, action.id, action.version);
      world.canaries.share(action.id);
      return true;
    },

    async withdrawAction(world, side, { pick, other }) {
      const action = other % 2 ? await actionOf(world, side, pick) : undefined;
      if (!action) return false;
      await world.app.get(ActionsService).withdraw(side.coordinator, action.id, action.version);
      return true;
    },
  },
};
