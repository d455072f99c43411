import { type Sides, takesPart } from '#core/mechanisms/mechanism.policy';
import type { Actor } from '#core/people/actor';
import { ruled, type Ruling } from '#core/ruling';
import type { Mention } from './mention.entity.js';
import type { Note } from './note.entity.js';

/** Everybody who works for one of the two sides. */
export const canWriteNote = (actor: Actor, sides: Sides): Ruling =>
  ruled([takesPart(actor, sides), 'observer']);

/** Edits it, and takes it back: its author. */
export const canChangeNote = (actor: Actor, note: Pick<Note, 'partyId' | 'authorId'>): Ruling =>
  ruled([actor.side === note.partyId, 'other_side'], [actor.personId === note.authorId, 'not_author']);

export const canSee = (actor: Actor, mention: Pick<Mention, 'partyId' | 'personId' | 'seenAt'>): boolean =>
  actor.side === mention.partyId && actor.personId === mention.personId && mention.seenAt === null;
