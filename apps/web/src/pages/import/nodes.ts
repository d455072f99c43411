import type { Draft, DraftArea, DraftLeftOut, DraftMeasure, DraftWords, Range } from '#contracts/draft';
import { trimmed } from '#contracts/draft-tree';
import { readRange } from '#contracts/reading';
import { idOf, lineAt, startOf } from './lines';

export type NodeKind = 'area' | 'measure' | 'part' | 'documents' | 'document' | 'left-out' | 'left' | 'line';

/** A row of the tree. */
export interface Node {
  id: string;
  kind: NodeKind;
  level: 1 | 2 | 3;
  /** Words of the text, or none where the screen has its own for it. */
  title: string;
  range: Range;
  area: number;
  ordinal: number;
  count: number;
  /** Whether there is something below, and whether it shows. */
  open: boolean | null;
  left: DraftLeftOut | null;
  /** The rows beside it under the same row, and which of them it is, from 1. */
  siblings: readonly Node[];
  place: number;
}

/** Areas and measures are open until they are shut, what is left out is shut until it is opened. */
const opens: Record<NodeKind, boolean | null> = {
  ...{
    area: true,
    measure: true,
    part: null,
    documents: true,
    document: null,
    'left-out': false,
    left: false,
    line: null,
  },
};

interface Text {
  source: string;
  starts: readonly number[];
}

/**
 * The rows that show, in their order; `turned` are those that are open against their kind's habit, or shut. What holds
 * the piece that is selected, as `holderOf` tells, is open in any case.
 */
export function nodesOf(
  text: Text,
  draft: Draft,
  turned: ReadonlySet<string>,
  holder: string | null,
): Node[] {
  const nodes: Node[] = [];
  /** The siblings under way on each level. */
  const beside: Node[][] = [];
  const add = (kind: NodeKind, id: string, range: Range, level: Node['level'], more: Partial<Node>) => {
    const open = more.count === 0 ? null : opens[kind];
    beside.length = Math.min(beside.length, level);
    const siblings = (beside[level - 1] ??= []);
    const node: Node = {
      ...{ id, kind, level, range, title: '', area: 0, ordinal: 0, count: 0, left: null },
      ...more,
      ...{ open, siblings, place: siblings.length + 1 },
    };
    siblings.push(node);
    if (open !== null) node.open = id === holder || turned.has(id) !== open;
    nodes.push(node);
    return node.open === true;
  };
  for (const area of draft.areas) addArea(area);
  const { signedDocuments, leftOut } = draft;
  if (
    signedDocuments.length > 0 &&
    add('documents', 'documents', [0, 0], 1, { count: signedDocuments.length })
  )
    for (const { range, title, ordinal } of signedDocuments)
      add('document', idOf('document', range), range, 2, { title, ordinal });
  if (leftOut.length > 0 && add('left-out', 'left-out', [0, 0], 1, { count: leftOut.length }))
    for (const left of leftOut) {
      const { range } = left;
      const lines = partsOf(text, range);
      const id = idOf('left', range);
      const count = lines.length > 1 ? lines.length : 0;
      if (add('left', id, range, 2, { title: opening(text.source, range), left, count }))
        for (const line of lines)
          add('line', `y${line[0]}`, line, 3, { title: opening(text.source, line), left });
    }
  return nodes;

  function addArea(area: DraftArea) {
    const { ordinal, title, range, measures } = area;
    const shows = add('area', idOf('area', range), range, 1, {
      ...{ title, area: ordinal, ordinal, count: measures.length },
    });
    if (!shows) return;
    let under = 0;
    const headings = area.headings ?? [];
    for (const measure of measures) {
      while (headings[under] && headings[under]!.range[0] < measure.range[0]) addPart(headings[under++]!, 2);
      const hung = hungOn(measure);
      const open = add('measure', idOf('measure', measure.range), measure.range, 2, {
        ...{ title: measure.text, area: ordinal, ordinal: measure.ordinal, count: hung.length },
      });
      if (open) for (const words of hung) addPart(words, 3);
    }
  }

  /** What hangs on the tree shows, and is nothing that can be moved by itself. */
  function addPart({ range, marker, text: title }: DraftWords, level: 2 | 3) {
    const number = marker ? text.source.slice(...marker) : '';
    add('part', `p${range[0]}`, range, level, { title: [number, title].filter(Boolean).join(' ') });
  }
}

/** The sub-items of a measure, and what is said below it. */
const hungOn = ({ parts = [], agency, status }: DraftMeasure): DraftWords[] =>
  [...parts.flatMap((part) => [part, part.agency, part.status]), agency, status].filter(
    (words) => words !== undefined,
  );

/** The row that has to be open for a piece's own row to show; null where there is none. */
export function holderOf(draft: Draft, id: string | null): string | null {
  if (id === null) return null;
  const start = startOf(id);
  if (id.startsWith('m')) {
    const area = draft.areas.find(({ measures }) => measures.some(({ range }) => range[0] === start));
    return area ? idOf('area', area.range) : null;
  }
  if (id.startsWith('x')) return 'left-out';
  return draft.signedDocuments.some(({ range }) => idOf('document', range) === id) ? 'documents' : null;
}

/** What a row shows of a long piece; the whole of it stands in the source beside. */
const OPENING = 160;
const opening = (source: string, [start, end]: Range) =>
  readRange(source, [start, Math.min(end, start + OPENING)]).text;

/** The lines of a piece that have words. */
function partsOf({ source, starts }: Text, [start, end]: Range): Range[] {
  const lines: Range[] = [];
  for (let line = lineAt(starts, start); line <= starts.length; line += 1) {
    const from = Math.max(start, starts[line - 1] ?? 0);
    if (from >= end) break;
    const words = trimmed(source, [from, Math.min(end, starts[line] ?? end)], []);
    if (words) lines.push(words);
  }
  return lines;
}

/** The row under which another stands; itself on the first level. */
export function parentOf(nodes: readonly Node[], index: number): Node | undefined {
  const level = nodes[index]?.level ?? 1;
  return nodes.slice(0, index + 1).findLast((node) => node.level < level || level === 1);
}
