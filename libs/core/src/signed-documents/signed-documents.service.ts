import { limits } from '#contracts/limits';
import type { DocumentState } from '#contracts/status';
import { ActivityService } from '#core/activity/activity.service';
import type { CalendarDate } from '#core/calendar/calendar-date';
import { Mechanism } from '#core/mechanisms/mechanism.entity';
import { takeTurns } from '#core/mechanisms/take-turns';
import { Meeting } from '#core/meetings/meeting.entity';
import { SignedDocument } from '#core/meetings/signed-document.entity';
import { documentStates } from '#core/meetings/signed-document.states';
import type { Actor } from '#core/people/actor';
import { demand, demandVersion, found, Problem } from '#core/problem';
import { walk } from '#core/states';
import { Db, type Tx } from '#platform/db';
import { Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { canFollowUp } from './signed-document.policy.js';

export interface NewDocument {
  title: string;
  parties: string[];
  signedOn: CalendarDate;
}

export interface DocumentChange {
  state?: DocumentState;
  /** The measures that the document carries out, all of them. */
  fulfils?: string[];
}

/** Documents beside the measures: signed at the meeting or later, followed up, and carrying out measures. */
@Injectable()
export class SignedDocumentsService {
  constructor(
    private readonly db: Db,
    private readonly activity: ActivityService,
  ) {}

  /** Records a document that was signed after the meeting, in its follow-up. */
  async add(actor: Actor, meetingId: string, { title, parties, signedOn }: NewDocument): Promise<void> {
    await this.db.withActor(actor, async (tx) => {
      const { mechanismId } = found(await tx.manager.findOneBy(Meeting, { id: meetingId }));
      demand(canFollowUp(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      await takeTurns(tx, mechanismId);
      const ordinal = (await tx.manager.maximum(SignedDocument, 'ordinal', { meetingId })) ?? 0;
      const document = { id: uuid(), mechanismId, meetingId, ordinal: ordinal + 1, title, parties, signedOn };
      await tx.manager.insert(SignedDocument, { ...document, state: 'signed' });
      const { id: subjectId } = document;
      await this.activity.recordJoint(tx, actor, {
        ...{ verb: 'document.added', mechanismId, meetingId, subjectId, changes: document },
      });
    });
  }

  /** Says what has become of a document, or which measures it carries out. Returns its meeting's id. */
  async change(actor: Actor, id: string, change: DocumentChange, version: number): Promise<string> {
    return this.db.withActor(actor, async (tx) => {
      const document = found(await tx.lock(SignedDocument, id));
      const { mechanismId, meetingId, title } = document;
      demand(canFollowUp(actor, found(await tx.manager.findOneBy(Mechanism, { id: mechanismId }))));
      demandVersion(document, version);
      const { state = document.state, fulfils = document.fulfils } = change;
      if (state !== document.state) walk(documentStates, document, state);
      if (change.fulfils) await this.demandMeasures(tx, mechanismId, change.fulfils);
      await tx.manager.update(SignedDocument, id, { state, fulfils, version: version + 1 });
      await this.activity.recordJoint(tx, actor, {
        ...{ verb: 'document.changed', mechanismId, meetingId, subjectId: id },
        changes: { title, state, fulfils },
      });
      return meetingId;
    });
  }

  private async demandMeasures(tx: Tx, mechanismId: string, ids: string[]): Promise<void> {
    if (ids.length > limits.bulk) throw new Problem('too_large');
    const known = await tx.query('select from measure where mechanism_id = $1 and id = any($2::uuid[])', [
      ...[mechanismId, ids],
    ]);
    if (known.length !== ids.length) throw new Problem('wrong_measure');
  }
}
