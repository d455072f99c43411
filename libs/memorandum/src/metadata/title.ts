import type { Range } from '#contracts/draft';
import { matchesIn } from '../matches.js';
import type { Line } from '../lines.js';
import type { Sheet } from '../sheet.js';
import { readRange, unspaced } from '#contracts/reading';
import { rangeIn } from '../normalise.js';
import { NUMBER, readNumber } from '../numerals.js';
import type { Paragraph } from '../paragraphs.js';
import { HELD, isAnnexLabel, MEETING_WORD, MEMORANDUM_WORD } from '../words.js';
import { type Findings, note } from './findings.js';

/** The title of the memorandum and the lines that it takes. */
export interface Title {
  text: string;
  range: Range;
  lines: Line[];
}

/** 備忘錄（節選） is one, and so is 備忘錄 with its English beside it. */
const ENDS_AS_MEMORANDUM = new RegExp(
  `${MEMORANDUM_WORD}(?:[（(][^（）()]{1,8}[）)])?(?:[A-Z][A-Za-z,'’-]{0,200})?$`,
);
const LONGEST_TITLE = 5;

const compact = (text: string): string => text.replace(/\s+/g, '');

/** "甲乙合作會議簽備忘錄" is a headline, and what was signed has another title. */
const TELLS = /[簽签](?![署訂订約约]的)/u;

/** The heading above the preamble that ends in 備忘錄 or the like, its lines joined. */
export function findTitle(front: Line[]): Title | null {
  const prose = front.findIndex(({ ended, text }) => ended || /[。；]/.test(text));
  const head = prose === -1 ? front : front.slice(0, prose);
  const last = head.findIndex(({ text }) => ENDS_AS_MEMORANDUM.test(compact(text)) && !TELLS.test(text));
  if (last === -1) return null;
  let first = last;
  const joined = (): string =>
    head
      .slice(first, last + 1)
      .map((line) => compact(line.text))
      .join('');
  while (first > 0 && last - first < LONGEST_TITLE - 1 && !NAMES_A_MEETING.test(joined())) {
    if (isAnnexLabel(head[first - 1]!.text)) break;
    first--;
  }
  // No meeting's name above: whatever stands there is another heading, not the title's beginning.
  if (!NAMES_A_MEETING.test(joined())) first = last;
  const lines = head.slice(first, last + 1);
  const range: Range = [lines[0]!.range[0], lines.at(-1)!.range[1]];
  const text = lines.map((line) => unspaced(line.text)).join('\n');
  return { text: readRange(text, [0, text.length]).text, range, lines };
}

/** 第三次, or 首次. */
const NTH = `(?:第\\s?([${NUMBER}]{1,5})|首)\\s?[次屆届]`;
const ordinalOf = (written: string | undefined): number | null =>
  written === undefined ? 1 : readNumber(written);
const NAMES_A_MEETING = new RegExp(`${NTH}.{0,8}${MEETING_WORD}|${MEETING_WORD}`);
const NTH_MEETING = new RegExp(`${NTH}\\s?(?:全體|全体)?\\s?${MEETING_WORD}`, 'g');
const NTH_NAMED = new RegExp(`${NTH}([^\\s，。；：、第]{2,24}?${MEETING_WORD})`, 'g');
/** "為落實…會議的共識" */
const CITES = '(?:落[實实]|根[據据]|依[據据]|按照|[貫贯][徹彻])';
const NAME_STARTS = new RegExp(
  `.*(?:[，。；：！？《#＃】\\n]|(?:日[電电]|[訊讯])(?:[（(][^（）()]{1,16}[）)])?|[簽签][署訂订]的|${HELD}了?|出席|[參参]加|主持|[達达]成|[見见][證证]|${CITES})`,
  's',
);
const ENDS_AS_MEETING = new RegExp(`(?:${MEETING_WORD}|機制|机制|委員會|委员会|小組|小组|工作組|工作组)$`);
const LONGEST_NAME = 48;
const SHORTEST_NAME = 4;

interface MeetingName {
  title: string;
  mechanism: string;
  ordinal: number;
  /** Offsets in the text that was read: the name, the mechanism in it, the 第N次 in it. */
  name: [number, number];
  mechanismAt: [number, number];
  nth: [number, number];
}

/** 「甲乙高層會晤暨甲乙合作會議第一次會議」 or 「第六次甲乙合作會議」, taken apart. */
export function readMeetingName(text: string): MeetingName | null {
  for (const match of matchesIn(text, NTH_MEETING)) {
    const ordinal = ordinalOf(match[1]);
    const from = Math.max(0, match.index - LONGEST_NAME);
    const before = text.slice(from, match.index);
    const start = from + (NAME_STARTS.exec(before)?.[0].length ?? 0);
    const named = mechanismIn(text, start, match.index);
    if (ordinal === null || !named) continue;
    const end = match.index + match[0].length;
    const nth: [number, number] = [match.index, match.index + match[0].search(/[次屆届]/) + 1];
    return { title: clean(text.slice(start, end)), ordinal, name: [start, end], nth, ...named };
  }
  for (const match of matchesIn(text, NTH_NAMED)) {
    const ordinal = ordinalOf(match[1]);
    const end = match.index + match[0].length;
    const start = end - match[2]!.length;
    const named = mechanismIn(text, start, end);
    if (ordinal === null || !named) continue;
    return { title: clean(match[0]), ordinal, name: [match.index, end], nth: [match.index, start], ...named };
  }
  return null;
}

const clean = (name: string): string => name.replace(/[「」“”『』‘’《》\s]/g, '');

function mechanismIn(
  text: string,
  start: number,
  end: number,
): Pick<MeetingName, 'mechanism' | 'mechanismAt'> | null {
  const whole = text.slice(start, end);
  const from = start + whole.lastIndexOf('暨') + 1;
  const mechanism = clean(text.slice(from, end));
  if (mechanism.length < 4 || !ENDS_AS_MEETING.test(mechanism)) return null;
  return { mechanism, mechanismAt: [from, end] };
}

/** A title without what says that it is a memorandum; 會議紀要 are the minutes of a 第二次會議. */
function withoutKind(title: string): string {
  const name = title.replace(new RegExp(`(?:合作)?${ENDS_AS_MEMORANDUM.source}`), '');
  const minutes = /^[會会][議议][紀纪]要/u.test(title.slice(name.length)) && !/[會会][議议晤]$/u.test(name);
  return (minutes ? title.slice(0, name.length + '會議'.length) : name).trim();
}

/** "合作會議" is anybody's. */
const NAMELESS = new RegExp(`^(?:高[層层]|合作|[聯联]席|工作|交流)*${MEETING_WORD}$`, 'u');

/** Whether a meeting's name says nothing of whose it is. */
export const isNameless = (mechanism: string): boolean => NAMELESS.test(mechanism);

/** Title, mechanism and ordinal, from the title itself, else from the annex's, else from the sentence on the meeting. */
export function readTitle(sheet: Sheet, title: Title | null, prose: Paragraph[], findings: Findings): void {
  const { meeting } = findings;
  if (title) {
    const name = withoutKind(title.text);
    // "關於深化合作的框架協議" names no meeting.
    meeting.title = name.length < SHORTEST_NAME || name.endsWith('的') ? title.text : name;
    note(findings, 'title', title.range);
  }
  const [held, cites] = [new RegExp(HELD), new RegExp(CITES)];
  const headings = prose.filter(({ ended }) => !ended);
  const sentences = prose.filter((paragraph) => held.test(paragraph.text));
  const citing = prose.filter((paragraph) => cites.test(paragraph.text));
  const readings = [
    ...(title ? [readRange(sheet.source, title.range)] : []),
    ...headings,
    ...sentences,
    ...citing,
  ];
  for (const reading of readings) {
    const found = readMeetingName(reading.text);
    if (!found) continue;
    meeting.mechanism = found.mechanism;
    meeting.ordinal = found.ordinal;
    meeting.title ??= found.title;
    note(findings, 'mechanism', rangeIn(reading, ...found.mechanismAt));
    note(findings, 'ordinal', rangeIn(reading, ...found.nth));
    return;
  }
  readMechanismAlone(title, prose, findings);
}

const QUOTED = new RegExp(`[「“『‘《]([^「」“”『』‘’《》。]{2,20}${MEETING_WORD})[」”』’》]`);

/** "舉行甲乙合作會議", "2031年甲乙合作會議": a meeting of two, and not of a committee. */
const CO_OPERATING = `([^，。；：、\\s0-9年第]{0,16}(?:合作|聯席|联席|會晤|会晤|協調|协调)[^，。；：、\\s第]{0,8}${MEETING_WORD})`;
const MET = new RegExp(`${HELD}了?(?:20\\d\\d年)?${CO_OPERATING}`, 'u');
const HEADED = new RegExp(`^(?:20\\d\\d年(?:度)?)?${CO_OPERATING}`, 'u');

/** A text that says which mechanism met without saying for which time. */
function readMechanismAlone(title: Title | null, prose: Paragraph[], findings: Findings): void {
  const inTitle = title && HEADED.exec(findings.meeting.title ?? '');
  if (inTitle) {
    findings.meeting.mechanism = inTitle[1]!;
    note(findings, 'mechanism', title.range);
    return;
  }
  for (const paragraph of prose) {
    const alone = paragraph.ended ? MET : HEADED;
    const found = QUOTED.exec(paragraph.text) ?? alone.exec(paragraph.text);
    if (!found) continue;
    const start = found.index + found[0].indexOf(found[1]!);
    findings.meeting.mechanism = found[1]!;
    note(findings, 'mechanism', rangeIn(paragraph, start, start + found[1]!.length));
    return;
  }
}
