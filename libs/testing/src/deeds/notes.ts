import { NotesService } from '#core/notes/notes.service';
import type { Actor } from '#core/people/actor';
import { choose, measureOf, type Deeds } from './deed.js';
import type { RandomWorld, Side } from '../random-world.js';

interface NoteRow {
  id: string;
  version: number;
  authorId: string;
  mechanismId: string;
  officeOnly: boolean;
}

async function noteOf(world: RandomWorld, { party }: Side, pick: number) {
  const rows = await world.rows<NoteRow>(
    `select id, version, author_id as "authorId", mechanism_id as "mechanismId", office_only as "officeOnly" from note
     where party_id = $1 order by id`,
    [party.id],
  );
  return choose(rows, pick);
}

const authorOf = ({ officers, coordinator, manager }: Side, personId: string): Actor =>
  [...officers, coordinator, manager].find((actor) => actor.personId === personId)!;

/** Notes and who is named in them. */
export const notes: Deeds = {
  private: {
    async note(world, side, { pick, other, flag }) {
      const { id, mechanismId } = measureOf(world, side, pick);
      const author = choose([...side.officers, side.coordinator, side.manager], other)!;
      const colleagues = [side.manager, side.officers[0], side.coordinator].filter(
        ({ organisationId }) => !flag || organisationId === author.organisationId,
      );
      const office = flag ? { officeId: author.organisationId } : {};
      const text = world.canaries.text({ partyId: side.party.id, mechanismId, ...office });
      const named = colleagues.filter((_, at) => (other >> at) & 1).map(({ personId }) => personId);
      await world.app.get(NotesService).write(author, id, flag, { text, mentionIds: named });
      return true;
    },

    async rewriteNote(world, side, { pick, other }) {
      const note = await noteOf(world, side, pick);
      if (!note) return false;
      const { id, version, mechanismId, officeOnly } = note;
      const author = authorOf(side, note.authorId);
      const office = officeOnly ? { officeId: author.organisationId } : {};
      const text = world.canaries.text({ partyId: side.party.id, mechanismId, ...office });
      const mentionIds = other % 2 ? [author.personId] : [];
      await world.app.get(NotesService).edit(author, id, { text, mentionIds }, version);
      return true;
    },

    async removeNote(world, side, { pick, flag }) {
      const note = flag ? await noteOf(world, side, pick) : undefined;
      if (!note) return false;
      await world.app.get(NotesService).remove(authorOf(side, note.authorId), note.id, note.version);
      return true;
    },

    async tellOfNote(world, side, { pick, other }) {
      const rows = await world.rows<{ id: string; personId: string }>(
        `select id, person_id as "personId" from mention where party_id = $1 and seen_at is null order by id`,
        [side.party.id],
      );
      const mention = choose(rows, pick);
      if (!mention) return false;
      const reader = authorOf(side, mention.personId);
      await world.app.get(NotesService).tell(reader, mention.id);
      if (other % 2) await world.app.get(NotesService).see(reader, mention.id);
      return true;
    },
  },

  sharing: {},
};
