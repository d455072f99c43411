import type { Draft, LeftOutReason, Range } from '#contracts/draft';
import * as edits from '#contracts/draft-edits';
import * as levels from '#contracts/draft-levels';
import { idOf, startOf } from './lines';
import type { Node, NodeKind } from './nodes';

/**
 * Every move, its key, what it can be made on, and whether it asks something first; in the order in which they are
 * offered. The one list for the buttons, the keys and the help.
 */
export const moves = [
  { name: 'split', key: 'S', on: ['measure'], asks: true },
  { name: 'merge', key: 'M', on: ['measure'], asks: false },
  { name: 'mergeNext', key: 'J', on: ['measure'], asks: false },
  { name: 'up', key: '[', on: ['measure', 'area'], asks: false },
  { name: 'down', key: ']', on: ['measure', 'area'], asks: false },
  { name: 'toArea', key: 'G', on: ['measure'], asks: true },
  { name: 'retitle', key: 'E', on: ['area'], asks: true },
  { name: 'toHeading', key: 'L', on: ['measure'], asks: false },
  { name: 'toMeasure', key: 'L', on: ['area'], asks: false },
  { name: 'takeIn', key: 'L', on: ['left', 'line'], asks: false },
  { name: 'takeAsArea', key: 'H', on: ['left', 'line'], asks: false },
  { name: 'leaveOut', key: 'X', on: ['measure', 'area'], asks: true },
  { name: 'dropDocument', key: 'X', on: ['document'], asks: false },
  { name: 'renumber', key: '#', on: ['area'], asks: false },
] as const satisfies readonly { name: string; key: string; on: readonly NodeKind[]; asks: boolean }[];

export type Move = (typeof moves)[number];
export type MoveName = Move['name'];

/** What a move that asks was answered. */
export interface Answer {
  at?: number;
  area?: number;
  title?: string;
  reason?: LeftOutReason;
  /** Words marked in the source, of what was left out. */
  words?: Range;
}

export const movesOn = (kind: NodeKind): Move[] =>
  moves.filter((move) => (move.on as readonly NodeKind[]).includes(kind));

/** The draft after a move; null where it cannot be made. */
export function make(
  name: MoveName,
  source: string,
  draft: Draft,
  node: Node,
  answer: Answer = {},
): edits.Edited {
  const start = node.range[0];
  const range = answer.words ?? node.range;
  switch (name) {
    case 'split':
      return edits.split(source, draft, answer.at ?? -1);
    case 'merge':
      return edits.mergeBack(source, draft, start);
    case 'mergeNext':
      return edits.mergeOn(source, draft, start);
    case 'up':
      return edits.move(source, draft, start, -1);
    case 'down':
      return edits.move(source, draft, start, 1);
    case 'toArea':
      return edits.moveTo(source, draft, start, answer.area ?? -1);
    case 'retitle':
      return levels.retitle(source, draft, start, answer.title ?? '');
    case 'toHeading':
      return levels.toHeading(source, draft, start);
    case 'toMeasure':
      return levels.toMeasure(source, draft, start);
    case 'takeIn':
      return levels.takeIn(source, draft, range, 'measure');
    case 'takeAsArea':
      return levels.takeIn(source, draft, range, 'area');
    case 'leaveOut':
      return levels.leaveOut(source, draft, start, answer.reason ?? 'unrecognised');
    case 'dropDocument':
      return levels.dropDocument(source, draft, node.ordinal);
    case 'renumber': {
      // The measures of the area first; where they count already, the areas.
      const uneven = (pieces: readonly { ordinal: number }[]) =>
        pieces.some(({ ordinal }, index) => ordinal !== index + 1);
      const area = draft.areas.find(({ range: [from] }) => from === start);
      if (area && uneven(area.measures)) return edits.renumber(draft, start);
      return uneven(draft.areas) ? edits.renumber(draft, null) : null;
    }
  }
}

/** Whether a move can be made, or at least asked for. */
export function offers(move: Move, source: string, draft: Draft, node: Node): boolean {
  switch (move.name) {
    case 'split':
      return node.title.replace(/\s/g, '').length > 1;
    case 'toArea':
      return draft.areas.length > 1;
    case 'retitle':
      return true;
    default:
      return make(move.name, source, draft, node) !== null;
  }
}

/** What is selected once a move is made: the words that it was made on, wherever they are now. */
export function selectedAfter(
  name: MoveName,
  next: Draft,
  node: Node,
  nodes: readonly Node[],
  answer: Answer,
): string | null {
  const index = nodes.indexOf(node);
  const neighbour =
    (nodes[index + 1]?.level === node.level ? nodes[index + 1] : nodes[index - 1])?.id ?? null;
  if (name === 'leaveOut' || name === 'dropDocument')
    return pieceAt(next, startOf(neighbour ?? '')) ?? neighbour;
  const words = answer.words ?? node.range;
  return pieceAt(next, name === 'split' ? (answer.at ?? words[0]) : words[0], name === 'split') ?? neighbour;
}

/** The piece of the register that holds a place, number included; or that begins at or after it. */
function pieceAt(draft: Draft, place: number, after = false): string | null {
  for (const area of draft.areas)
    for (const [kind, piece] of [
      ['area', area] as const,
      ...area.measures.map((measure) => ['measure', measure] as const),
    ]) {
      const from = piece.marker ? Math.min(piece.marker[0], piece.range[0]) : piece.range[0];
      if (from <= place && place < piece.range[1]) return idOf(kind, piece.range);
    }
  if (!after) return null;
  const later = draft.areas
    .flatMap(({ measures }) => measures)
    .map(({ range }) => range)
    .filter(([start]) => start >= place)
    .sort((a, b) => a[0] - b[0])[0];
  return later ? idOf('measure', later) : null;
}
