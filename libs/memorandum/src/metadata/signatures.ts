import type { Range } from '#contracts/draft';
import { columns } from '../characters.js';
import type { Line } from '../lines.js';
import { datesIn } from './dates.js';
import type { DateLine } from './occasion.js';
import { isName, readOffice } from './offices.js';
import { isAnnexLabel } from '../words.js';

interface SigningSide {
  name: string;
  range: Range;
  posts: { post: string; name: string | null }[];
  names: string[];
}

/** Where the two sides sign, beside each other or one below the other. */
export interface SignatureBlock {
  sides: SigningSide[];
  /** Where the posts and names of the signatories stand. */
  signed: Range[];
  dates: DateLine[];
  /** What stands beside a date: "二〇二五年六月三日  西嶺". */
  place: { name: string; range: Range } | null;
  lines: Line[];
}

interface Cell {
  text: string;
  range: Range;
  column: number;
}

const GOVERNMENT =
  /^(?:[甲乙]方[:：]\s?)?(\p{Script=Han}{2,24}(?:政府|特[別别]行政[區区]|[省市]))(?:代表|[（(]代表[）)])?[:：]?$/u;
/** Spares every other line the reading of its cells. */
const ENDS_AS_GOVERNMENT = /(?:[府區区省市]|代表)[）)]?[:：]?$/;
const LONGEST_BLOCK = 16;

/** The pieces of a line that white space of two columns and more keeps apart. */
export function cellsOf(line: Line): Cell[] {
  const cells: Cell[] = [];
  for (const match of line.text.matchAll(/\S+(?:[ \u00a0]\S+)*/g)) {
    const start = line.range[0] + match.index;
    cells.push({
      text: match[0],
      range: [start, start + match[0].length],
      column: line.indent + columns(line.text.slice(0, match.index)),
    });
  }
  return cells;
}

/** A government's name, the line to sign on after it. */
const governmentIn = (cell: Cell): string | null =>
  GOVERNMENT.exec(cell.text.replace(/[\s_＿]+$/, ''))?.[1] ?? null;

/** A line with nothing on it but the names of governments. */
export function isSignatureHead(line: Line): boolean {
  return (
    line.width <= 120 &&
    ENDS_AS_GOVERNMENT.test(line.text.replace(/[\s_＿]+$/, '')) &&
    cellsOf(line).every((cell) => governmentIn(cell) !== null)
  );
}

/** Finds the block in the lines beside the list: two governments, each on its own, with posts, names or dates below. */
export function findSignatures(lines: Line[]): SignatureBlock | null {
  for (let first = 0; first < lines.length; first++) {
    if (!isSignatureHead(lines[first]!)) continue;
    const block = readBlock(lines, first);
    if (block.sides.length === 2 && (block.signed.length > 0 || block.dates.length > 0)) return block;
  }
  return null;
}

function readBlock(lines: Line[], first: number): SignatureBlock {
  const block: SignatureBlock = { sides: [], signed: [], dates: [], place: null, lines: [] };
  const heads: Cell[] = [];
  const abreast = cellsOf(lines[first]!).length === 2;
  for (const line of lines.slice(first, first + LONGEST_BLOCK)) {
    if (isAnnexLabel(line.text) || line.ended) break;
    const cells = cellsOf(line);
    if (takeDateAndPlace(block, cells)) {
      block.lines.push(line);
      continue;
    }
    const read = cells.map((cell, index) => {
      const government = governmentIn(cell);
      if (government !== null && block.sides.length < 2) {
        heads.push(cell);
        const start = cell.range[0] + cell.text.indexOf(government);
        block.sides.push({
          name: government,
          range: [start, start + government.length],
          posts: [],
          names: [],
        });
        return true;
      }
      const column = cells.length === 2 ? index : nearest(heads, cell);
      return readCell(block, block.sides[abreast ? column : block.sides.length - 1], cell);
    });
    if (!read.some(Boolean)) break;
    block.lines.push(line);
  }
  return block;
}

/** Whether a line is a date and a place, whichever comes first. */
function takeDateAndPlace(block: SignatureBlock, cells: Cell[]): boolean {
  if (cells.length !== 2) return false;
  const [dated, other] = dateLineOf(cells[0]!) ? cells : cells.toReversed();
  const date = dateLineOf(dated!);
  if (!date || dateLineOf(other!) || !/^\p{Script=Han}{2,8}$/u.test(other!.text)) return false;
  block.dates.push(date);
  block.place = { name: other!.text, range: other!.range };
  return true;
}

function dateLineOf({ text, range }: Cell): DateLine | null {
  const date = datesIn(text)[0];
  return date && date.end - date.start >= text.length - 4 ? { date: date.date, range } : null;
}

/** Reads one cell below a side's name; false where it is nothing that stands in a signature block. */
function readCell(block: SignatureBlock, side: SigningSide | undefined, cell: Cell): boolean {
  const date = dateLineOf(cell);
  if (date) {
    block.dates.push(date);
    block.place ??= placeIn(cell.text, cell.range[0]);
    return true;
  }
  const office = readOffice(cell.text);
  if (side && office) {
    side.posts.push(office);
    block.signed.push(cell.range);
    return true;
  }
  if (side && cell.text !== '代表' && isName(cell.text)) {
    side.names.push(cell.text.replace(/\s/g, ''));
    block.signed.push(cell.range);
    return true;
  }
  return /^[（(]?\s?(?:代表)?(?:簽字|签字|簽署|签署|簽章|签章|日期)?\s?[）)]?[:：]?[_＿\s]*$/.test(cell.text);
}

/** In two columns a cell may stand some way off its head: the nearer head has it. */
function nearest(heads: Cell[], cell: Cell): number {
  const distances = heads.map((head) => Math.abs(head.column - cell.column));
  return distances.indexOf(Math.min(...distances));
}

/** "二〇三一年三月廿七日訂於某市", "簽署於某市" */
const SIGNED_AT =
  /(?:^|[日號号]|\s)\s?(?:[簽签訂订][署訂订]?)?[於于]\s?(\p{Script=Han}{2,6}?)(?:[簽签][署訂订])?$/u;

function placeIn(text: string, from: number): SignatureBlock['place'] {
  const name = SIGNED_AT.exec(text)?.[1];
  const at = from + text.lastIndexOf(name ?? '');
  return name ? { name, range: [at, at + name.length] } : null;
}

/** Lines that are nothing but a date, and where that was. */
export function dateLinesIn(lines: Line[]): DateLine[] {
  return lines.flatMap((line) => {
    if (line.width > 60) return [];
    const found = datesIn(line.text);
    if (found.length === 0) return [];
    const dated = found.reduce((sum, { start, end }) => sum + end - start, 0);
    const rest = line.text.replace(/\s/g, '').length - dated;
    const place = placeIn(line.text, line.range[0]);
    if (rest > 4 && !place) return [];
    return [{ date: found[0]!.date, range: line.range, ...(place && { place }) }];
  });
}
