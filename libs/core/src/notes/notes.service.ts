import type { Verb } from '#contracts/verbs';
import { ActivityService } from '#core/activity/activity.service';
import { JobsService } from '#core/jobs/jobs.service';
import { Measure } from '#core/measures/measure.entity';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { NoticesService } from '#core/notices/notices.service';
import type { Actor } from '#core/people/actor';
import { Person } from '#core/people/person.entity';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { In } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Mention } from './mention.entity.js';
import { Note } from './note.entity.js';
import { canChangeNote, canSee, canWriteNote } from './note.policy.js';

export interface NoteInput {
  text: string;
  /** People of the own side, or of the own office where only that reads the note. */
  mentionIds: string[];
}

@Injectable()
export class NotesService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
    private readonly jobs: JobsService,
    private readonly notices: NoticesService,
  ) {}

  async write(actor: Actor, measureId: string, officeOnly: boolean, input: NoteInput): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { mechanismId } = found(await tx.manager.findOneBy(Measure, { id: measureId }));
      demand(canWriteNote(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      const { partyId, organisationId, personId: authorId } = actor;
      const note = tx.manager.create(Note, {
        ...{ id: uuid(), mechanismId, measureId, partyId, organisationId, authorId, officeOnly },
        ...{ text: input.text, createdAt: tx.at, editedAt: null, version: 1 },
      });
      await tx.manager.insert(Note, note);
      await this.name(tx, note, input.mentionIds);
      await this.record(tx, actor, 'note.written', note, input);
    });
  }

  /** Returns the measure's id, as the others do. Who is named anew is told; who no longer is finds nothing any more. */
  async edit(actor: Actor, id: string, input: NoteInput, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const note = await this.demandChangeable(tx, actor, id, version);
      await tx.manager.update(Note, id, { text: input.text, editedAt: tx.at, version: version + 1 });
      await this.name(tx, note, input.mentionIds);
      await this.record(tx, actor, 'note.edited', note, input);
      return note.measureId;
    });
  }

  /** Takes a note away with whom it named; what a note to the whole side said stays in that side's ledger. */
  async remove(actor: Actor, id: string, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const note = await this.demandChangeable(tx, actor, id, version);
      await tx.manager.delete(Note, id);
      await this.record(tx, actor, 'note.deleted', note, {});
      return note.measureId;
    });
  }

  async see(actor: Actor, mentionId: string): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const mention = found(await tx.manager.findOneBy(Mention, { id: mentionId }));
      demand(canSee(actor, mention));
      await tx.manager.update(Mention, mentionId, { seenAt: tx.at });
      return found(await tx.manager.findOneBy(Note, { id: mention.noteId })).measureId;
    });
  }

  /**
   * Writes the mail, as the person who is named; not where it was written, seen or taken back meanwhile. It quotes
   * nothing, because mails are read by the whole side and some notes are not.
   */
  async tell(actor: Actor, mentionId: string): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const mention = await tx.lock(Mention, mentionId);
      if (!mention || !canSee(actor, mention) || mention.mailId !== null) return;
      const { measureId } = found(await tx.manager.findOneBy(Note, { id: mention.noteId }));
      const author = found(await tx.manager.findOneBy(Person, { id: mention.authorId }));
      const by = author.name;
      const mailId = await this.notices.write(tx, actor, { kind: 'mention', measureId, by });
      await tx.manager.update(Mention, mentionId, { mailId });
    });
  }

  private async demandChangeable(tx: Tx, actor: Actor, id: string, version: number): Promise<Note> {
    // Asked before the lock: a colleague may read the note, and only its author finds a row to lock.
    demand(canChangeNote(actor, found(await tx.manager.findOneBy(Note, { id }))));
    const note = found(await tx.lock(Note, id));
    demandVersion(note, version);
    return note;
  }

  private async name(tx: Tx, note: Note, personIds: string[]): Promise<void> {
    const { id: noteId, mechanismId, partyId, organisationId, officeOnly, authorId } = note;
    const readers = await tx.query<{ id: string }>(
      `select id from person where id = any($1::uuid[]) and party_id = $2 and disabled_at is null
         and roles && array['coordinator', 'officer', 'manager'] and (not $3 or organisation_id = $4)`,
      [personIds, partyId, officeOnly, organisationId],
    );
    if (readers.length !== personIds.length) throw new Problem('wrong_mention');
    const before = await tx.manager.findBy(Mention, { noteId });
    const gone = before.filter(({ personId }) => !personIds.includes(personId)).map(({ id }) => id);
    if (gone.length > 0) await tx.manager.delete(Mention, { id: In(gone) });
    const added = personIds
      .filter((personId) => before.every((each) => each.personId !== personId))
      .map((personId) => ({
        ...{ id: uuid(), noteId, mechanismId, partyId, organisationId, officeOnly, authorId, personId },
        ...{ seenAt: null, mailId: null },
      }));
    if (added.length === 0) return;
    await tx.manager.insert(Mention, added);
    await this.jobs.request(tx, 'send-mention', ...added.map(({ id, personId }) => ({ id, personId })));
  }

  /** The ledger is read by the whole side: of a note for one office it says that there is one, and no word of it. */
  private record(
    tx: Tx,
    actor: Actor,
    verb: Verb,
    { id: subjectId, mechanismId, measureId, officeOnly }: Note,
    input: Partial<NoteInput>,
  ): Promise<void> {
    const changes = officeOnly ? { officeOnly } : { officeOnly, ...input };
    return this.activity.recordOwn(tx, actor, { verb, mechanismId, measureId, subjectId, changes });
  }
}
