import { RequestsService } from '#core/requests/requests.service';
import { choose, type Deeds } from './deed.js';
import type { RandomWorld, Side } from '../random-world.js';

interface RequestRow {
  id: string;
  measureId: string;
  mechanismId: string;
  version: number;
  /** Of what the side means to answer; 0 where it has written nothing yet. */
  draft: number;
}

/** What is asked of a side, or what it asks, and has no answer yet. */
async function requestIn(world: RandomWorld, side: Side, pick: number, whose: 'theirs' | 'ours') {
  const rows = await world.rows<RequestRow>(
    `select r.id, r.measure_id as "measureId", r.mechanism_id as "mechanismId", r.version, coalesce(w.version, 0) as draft
     from request r left join request_answer w on w.request_id = r.id and w.party_id = $1
     where r.state = 'open' and r.mechanism_id = any($2) and (r.party_id = $1) = $3 order by r.id`,
    [side.party.id, side.mechanismIds, whose === 'ours'],
  );
  return choose(rows, pick);
}

/** What one side asks and the other answers. */
export const requests: Deeds = {
  private: {
    async draftAnswer(world, side, { pick }) {
      const request = await requestIn(world, side, pick, 'theirs');
      if (!request) return false;
      const subject = `answer ${request.id}`;
      world.canaries.forget(subject);
      const text = world.canaries.text({ partyId: side.party.id, mechanismId: request.mechanismId }, subject);
      await world.app.get(RequestsService).draft(side.coordinator, request.id, text, request.draft);
      return true;
    },

    async tellOfRequest(world, side, { pick }) {
      const request = await requestIn(world, side, pick, 'theirs');
      if (!request) return false;
      await world.app.get(RequestsService).tell(side.coordinator, request.id);
      return true;
    },
  },

  sharing: {
    async clearAnswer(world, side, { pick }) {
      const request = await requestIn(world, side, pick, 'theirs');
      if (!request?.draft) return false;
      await world.app.get(RequestsService).clearAnswer(side.coordinator, request.id, request.draft);
      world.canaries.share(`answer ${request.id}`);
      return true;
    },

    async withdrawRequest(world, side, { pick, other, flag }) {
      const request = flag && other % 2 ? await requestIn(world, side, pick, 'ours') : undefined;
      if (!request) return false;
      await world.app.get(RequestsService).withdraw(side.coordinator, request.id, request.version);
      return true;
    },
  },
};
