import type { DueKind } from '#contracts/status';
import type { Suggestions } from '#contracts/suggestions';
import { type Foldable, wordsAt } from './found.js';

const MONTH =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)';
const YEAR = '(?:20\\d\\d(?:[/-]\\d\\d)?(?:学年度?|年度|年)?|[今明后本]年|本年度)';
const PART = '(?:[上下]半年|[年]?[底末内初中]|第?[一二三四1-4]季度?|\\d{1,2}月(?:份|[底末内初中])?)';
const BEFORE = '(?:之?前|以前|内|之?内)';
const ENGLISH_YEAR = '20\\d\\d(?:-\\d\\d)?';

/** Folded words and what kind of deadline they are, surest first. Each pattern runs once over the text. */
const rules: [DueKind, RegExp][] = [
  ['fixed', new RegExp(`(?:不[迟晚]于)?20\\d\\d年\\d{1,2}月\\d{1,2}日(?:${BEFORE})?`, 'g')],
  [
    'fixed',
    new RegExp(`\\b(?:by|before|no later than|on) \\d{1,2}(?:st|nd|rd|th)? ${MONTH},? 20\\d\\d\\b`, 'g'),
  ],
  [
    'fixed',
    new RegExp(`\\b(?:by|before|no later than|on) ${MONTH} \\d{1,2}(?:st|nd|rd|th)?,? 20\\d\\d\\b`, 'g'),
  ],
  [
    'target',
    new RegExp(`(?:不[迟晚]于|力争在?|争取在?|计划在?|预计在?)?${YEAR}(?:${PART})?(?:${BEFORE})?`, 'g'),
  ],
  ['target', /(?:[一二两三四五六十\d]+)(?:个)?(?:月|年|周|星期)(?:之?内|以内)/g],
  [
    'target',
    /(?:[本当]?年[底末](?:之?前|以前)?|(?<![青少成壮老中])年内(?!地)|[上下]半年(?:之?前|以前|内)?|第?[一二三四]季度?(?:之?前|以前|内)|[“"「]?十[四五六]五[”"」]?(?:规划)?期(?:间|内|末))/g,
  ],
  [
    'target',
    new RegExp(
      `\\b(?:by|before|in|during|within) (?:the )?(?:(?:end|first half|second half|first quarter|middle|close) of )?(?:${MONTH} )?(?:fiscal year )?${ENGLISH_YEAR}\\b`,
      'g',
    ),
  ],
  [
    'target',
    /\b(?:by (?:the end of (?:the|this|next) year|year[- ]end)|within (?:the year|(?:\w+ ){0,1}(?:months?|years?|weeks?|days?))|this year|next year)\b/g,
  ],
  [
    'recurring',
    /每[一两二三四五六半\d]?(?:个)?(?:年|季度?|月|周|星期)|(?<!不)定期|不定期|年度|恒常|常态化?|按[年季月]|逐年|轮流/g,
  ],
  [
    'recurring',
    /\b(?:annual(?:ly)?|every (?:\w+ )?(?:years?|months?|quarters?)|each year|quarterly|biennial(?:ly)?|biannual(?:ly)?|regular(?:ly)?|monthly)\b/g,
  ],
  ['none', /适时|加快|加速|尽快|尽早|从速|逐步|分阶段|时机成熟时|条件成熟时|早日/g],
  [
    'none',
    /\b(?:as soon as possible|at an appropriate time|in due course|when appropriate|expedit\w*|accelerat\w*|gradually|progressively|in phases)\b/g,
  ],
];

/** After it, the year is one of something else: of a document, of an event, of the past. */
const OF_SOMETHING =
  /^(?:起|以?来|(?:签[署订]|发布|印发|公布|通过|发表|颁布|施行|生效|举行|召开|举办|成立)的|版|年版|[“"「『《（(]|(?:世界|全国|亚洲|国际|香港|中华))/;
/** Before it, likewise. */
const SINCE = /(?:[自从《“"「『（(]|自从|始于|早于|since |from |of |\()$/;

/**
 * What a measure's words say of a deadline: the surest kind first, and of one kind the first words. A year that belongs
 * to a document or an event, or lies before the meeting, is none.
 */
export function dueOf(foldable: Foldable, heldOn: string | null): Suggestions['due'] {
  const { text } = foldable.folded;
  const heldIn = heldOn ? Number(heldOn.slice(0, 4)) : 0;
  for (const [kind, pattern] of rules) {
    for (const match of text.matchAll(pattern)) {
      const end = match.index + match[0].length;
      const year = Number(/20\d\d/.exec(match[0])?.[0] ?? heldIn);
      const dated = kind === 'fixed' || kind === 'target';
      if (dated && (year < heldIn || OF_SOMETHING.test(text.slice(end, end + 6)))) continue;
      if (dated && SINCE.test(text.slice(Math.max(0, match.index - 6), match.index))) continue;
      return { kind, ...wordsAt(foldable, match.index, end) };
    }
  }
  return null;
}
