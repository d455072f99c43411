import { actions } from './deeds/actions.js';
import { evidence } from './deeds/evidence.js';
import { leaves } from './deeds/leaves.js';
import { measures } from './deeds/measures.js';
import { meetings } from './deeds/meetings.js';
import { notes } from './deeds/notes.js';
import { requests } from './deeds/requests.js';
import { updates } from './deeds/updates.js';
import type { Deed } from './deeds/deed.js';

const all = [leaves, measures, updates, requests, notes, actions, evidence, meetings];

/** What stays on its side. */
export const privateDeeds: Record<string, Deed> = Object.assign({}, ...all.map((deeds) => deeds.private));

/** What moves something into the joint record, and what the programs do for all sides at once. */
export const sharingDeeds: Record<string, Deed> = Object.assign({}, ...all.map((deeds) => deeds.sharing));
