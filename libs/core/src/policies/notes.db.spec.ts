import { MeasuresReads } from '#core/measures/measures.reads';
import { Mention } from '#core/notes/mention.entity';
import { Note } from '#core/notes/note.entity';
import { canChangeNote, canSee } from '#core/notes/note.policy';
import { NotesService } from '#core/notes/notes.service';
import { abilitiesOf } from '#core/ruling';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import { type Able, outcome, patience, shown, times, usePolicyGround } from '#testing/policy-ground';

const database = useDatabase();
const core = useCore(database);
const ground = usePolicyGround(database, core);
const { acts, who } = ground;

it(
  'lets people read, change and see notes as the policy says and the screen shows',
  async () => {
    const actions = ['edit', 'delete', 'see'] as const;
    await fc.assert(
      fc.asyncProperty(
        ...([who, who, who, fc.boolean(), fc.constantFrom(...actions)] as const),
        async (actorOf, authorOf, namedOf, officeOnly, action) => {
          const [actor, author, named] = [actorOf(), authorOf(), namedOf()];
          const measure = await ground.builder.measure(ground.meeting);
          const { partyId, organisationId, personId: authorId } = author;
          const place = { mechanismId: ground.ours.id, partyId, organisationId, authorId, officeOnly };
          const note: Note = {
            ...{ ...place, id: uuid(), measureId: measure.id, text: 'Words' },
            ...{ createdAt: new Date(), editedAt: null, version: 1 },
          };
          const mention: Mention = {
            ...{
              ...place,
              id: uuid(),
              noteId: note.id,
              personId: named.personId,
              seenAt: null,
              mailId: null,
            },
          };
          await ground.builder.source.manager.insert(Note, note);
          await ground.builder.source.manager.insert(Mention, mention);
          const visible =
            acts(actor) && actor.side === partyId && (!officeOnly || actor.organisationId === organisationId);
          const changes = canChangeNote(actor, note);
          const rulings = { edit: changes, delete: changes };
          const sees = visible && canSee(actor, mention);
          const view = await shown<{ own: { notes: ({ unseenId: string | null } & Able)[] } | null }>(
            core.app.get(MeasuresReads).one(actor, measure.id),
          );
          expect(view?.own?.notes ?? []).toMatchObject(
            visible ? [{ ...abilitiesOf(rulings), unseenId: sees ? mention.id : null }] : [],
          );
          const notes = core.app.get(NotesService);
          const tried = {
            edit: () => notes.edit(actor, note.id, { text: 'Others', mentionIds: [] }, 1),
            delete: () => notes.remove(actor, note.id, 1),
            see: () => notes.see(actor, mention.id),
          };
          const ruling = action === 'see' ? sees : rulings[action];
          const refused = typeof ruling === 'string' ? `forbidden: ${ruling}` : 'forbidden';
          expect(await outcome(tried[action]())).toBe(
            !visible ? 'not_found' : ruling === true ? 'done' : refused,
          );
        },
      ),
      { numRuns: 150 * times },
    );
  },
  patience,
);
