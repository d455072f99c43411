import type { Range } from '#contracts/draft';
import { bulletLength } from '../bullets.js';
import { endsSentence, type Line } from '../lines.js';
import { readMarker } from '../markers.js';
import { dateLinesIn } from '../metadata/signatures.js';
import { readRange } from '#contracts/reading';
import { groupLines } from '../paragraphs.js';
import { isRule } from '../rules.js';
import type { Sheet } from '../sheet.js';
import { isAnnexLabel, isClosing, OFFICE } from '../words.js';
import { isAlone, isHeading } from './titles.js';

/** What a paragraph without a number can be, seen alone. */
export type BlockKind = 'heading' | 'sentence' | 'lead' | 'item' | 'end' | 'aside';

/** A paragraph, of which no more is read than tells what it is. */
export interface Block {
  kind: BlockKind;
  /** Its first and its last words. */
  head: string;
  tail: string;
  range: Range;
  lines: Line[];
  /** The line drawn under it. */
  rule: Line | null;
}

/** Enough of a paragraph to tell what it is by its first words, and what it tells of. */
const OPENING = 60;
const HEAD = 300;
const TAIL = 120;
const FILE_NAME = /\.(?:jpe?g|png|gif|pdf|docx?|mp4)$/i;
const SUB_ITEM = /^[（(]?[a-z][）)]\s?\S/;
const CREDIT = /[。.！？](?:[（(]?\p{Script=Han}{0,4}(?:[圖图攝摄社網网報报處处]|提供|[資资]料)[）)]?)$/u;

/** The paragraphs of a text, each with the rule under it; rules that underline nothing are asides. */
export function toBlocks(sheet: Sheet): Block[] {
  const blocks: Block[] = [];
  let run: Line[] = [];
  const close = (): void => {
    for (const lines of groupLines(sheet, run)) blocks.push(toBlock(sheet, lines));
    run = [];
  };
  for (const line of sheet.lines) {
    if (!isRule(line.text)) {
      run.push(line);
      continue;
    }
    close();
    const above = blocks.at(-1);
    if (above?.kind === 'heading' && !above.rule && line.blanks <= sheet.spacing + 1) above.rule = line;
    else blocks.push({ ...toBlock(sheet, [line]), kind: 'aside' });
  }
  close();
  headLists(blocks);
  return blocks;
}

/** "金融：" is a heading where bullets stand below it, and below others like it. */
function headLists(blocks: Block[]): void {
  const heads = blocks.filter(
    ({ kind, head }, index) =>
      kind === 'lead' &&
      isAlone(head.slice(0, -1)) &&
      !ANNOUNCES.test(head) &&
      bulletLength(blocks[index + 1]?.head ?? '') > 0,
  );
  if (heads.length >= 2) for (const block of heads) block.kind = 'heading';
}

const ANNOUNCES = /同意|[達达]成|以下|下列|如下|包括/;

function toBlock(sheet: Sheet, lines: Line[]): Block {
  const [first, last] = [lines[0]!, lines.at(-1)!];
  const range: Range = [first.range[0], last.range[1]];
  const head =
    lines.length === 1
      ? first.text.slice(0, HEAD)
      : readRange(sheet.source, [range[0], Math.min(range[1], range[0] + HEAD)]).text;
  const tail = last.text.slice(-TAIL);
  return { kind: kindOf(lines, head, tail), head, tail, range, lines, rule: null };
}

function kindOf(lines: Line[], head: string, tail: string): BlockKind {
  if (
    isAnnexLabel(head) ||
    isClosing(head) ||
    (DATED.test(head) && dateLinesIn(lines).length === lines.length)
  )
    return 'end';
  if (isCaption(tail)) return 'aside';
  if (readMarker(head) || SUB_ITEM.test(head)) return 'item';
  if (bulletLength(head) > 0) return 'sentence';
  if (/[:：]$/.test(tail)) return 'lead';
  if (endsSentence(tail)) return 'sentence';
  return isHeading(head) && !/[，:：]/.test(head) && lines.length <= 3 ? 'heading' : 'aside';
}

const DATED = /年|\d{4}/;

/** A picture's name, or the words under it, told by the credit after the last sentence. */
export function isCaption(text: string): boolean {
  const end = text.slice(-OPENING);
  return CREDIT.test(end) || FILE_NAME.test(end);
}

const SPEAKS =
  /(?:表示|指出|強調|强调|致[辭辞][時时]?|[說说稱称])[，,：:]|今[日天]|昨[日天]|[當当]日|\b(?:said|today|yesterday)\b/;
const SIGNS = new RegExp(
  `(?:[會会]上|亦|共同|分[別别]|${OFFICE}\\p{Script=Han}{2,4})[^。《]{0,6}[簽签][署訂订]了?(?:《|[0-9一二三四五六七八九十兩两]{1,3}份)|\\b(?:also )?signed (?:the|a|an|\\w+ (?:co-?operation )?documents)\\b`,
  'u',
);

/** "會上，…", or a day in full on which the meeting was held. */
const THERE =
  /^(?:[會会][議议]?(?:上|[後后]|前|[間间]|期[間间])|[簽签][署約约][儀仪]式上|其[間间])[，,：:]?|\d年\d{1,2}月\d{1,2}日[^。；]{0,24}(?:[舉举]行|召[開开]|[簽签][署訂订])/u;

/** "出席會議的官員包括…", "Also attending were …": who was there. */
const ATTENDS =
  /^(?:其他|其余|同[時时]|一同)?(?:出席|[參参]加|[參参][與与]|[隨随]行)[^，。；：]{0,24}(?:包括|[還还]有|有|[為为])|^[^，。；：]{2,40}(?:[參参]加|出席)(?:了)?(?:上述)?(?:[會会][議议晤見见]|活[動动]|[簽签][署約约][儀仪]式)。?$|^(?:Also |Other )[\w ]{0,40}\b(?:attend|present|join)/;

/** A paragraph that tells what happened; a measure says what is to be done. */
export function isReport({ head }: Pick<Block, 'head'>): boolean {
  const opening = head.slice(0, OPENING);
  return SPEAKS.test(opening) || THERE.test(opening) || SIGNS.test(head) || ATTENDS.test(head);
}

/** Words that send the reader somewhere else: a code to scan, a page to turn to, who wrote it. */
const TEASER =
  /[掃扫][碼码]|二[維维][碼码]|[碼码]上看|(?:^|[訊讯報报])[（(【]?(?:本[報报])?[記记]者|^[責责]任[編编][輯辑]|^[來来]源[:：]/u;

export function isTeaser(text: string): boolean {
  return text.length <= OPENING && TEASER.test(text);
}

const AREAS = /[範范]疇|范畴|[領领]域/;

export function announcesAreas(text: string): boolean {
  return text.length <= HEAD && AREAS.test(text);
}

const AGREED =
  /[範范]疇|范畴|[領领]域|措施|共[識识]|合作|以下(?:[^，。：:]{0,4})(?:工作|事[項项]|方面|任[務务]|[舉举]措)|\b(?:areas?|measures?|agreed|consensus)\b/;

/** "…reached consensus on the following areas:" */
export function announcesList({ kind, tail }: Pick<Block, 'kind' | 'tail'>): boolean {
  return kind === 'lead' && AGREED.test(tail);
}
