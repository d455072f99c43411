import fc from 'fast-check';
import { inEnglish, mutatedOf, reports, rubble, skeleton, texts } from '../properties/arbitraries.js';
import { han, set, simplified, type Specimen, traditional } from '../specimen.js';
import { type Family, nested, randomOf } from '../specimen-nested.js';

const RUBBLE = [
  '一、',
  '（一）',
  '1. ',
  '2.',
  '(1)',
  '①',
  '第一條 ',
  'I. ',
  '• ',
  '◆',
  '——',
  '====',
  '《',
  '》',
  '：',
];
const WORDS = [
  '合作',
  '雙方簽署',
  '备忘录',
  '第三次會議',
  '舉行',
  '。',
  '；',
  '，',
  ' ',
  '\n',
  '\n\n',
  '\f',
  '\t',
  'Area',
];
const ODD = [
  '\u0000',
  '\ud800',
  '\u3000',
  '\u00a0',
  '\r\n',
  '０',
  '（',
  '）',
  '二〇二四年五月六日',
  '政府與',
  '率領',
  '在',
];
const SPECIMENS: Specimen[] = [traditional, simplified];

/** What one kind of reader or another looks at twice, over and over: on one line, or on one line each. */
const OVER_AND_OVER = [
  ...[
    '1234567890',
    '年月日',
    '2023年5月11日',
    ' ',
    '\u00a0x',
    '（',
    '（）',
    '「『',
    '（一）',
    '一、',
    '—',
    '- ',
  ],
  ...[
    '、；',
    '。',
    '合作。2. 交流。3. ',
    '合作。二、教育 1. ',
    '雙方合作交流，',
    '簽署《',
    '由甲和',
    '在甲舉行',
    'A. ',
    '\t',
  ],
  ...[
    'a',
    '合作',
    '一、金融',
    '金融',
    '合作：',
    '• 合作',
    '第一條',
    '第一章 金融',
    'Article 1',
    '**a**',
    '————',
    '\t合作',
  ],
];
const LONGEST = 200_000;

/** One piece over and over by itself, in brackets within brackets, or in a measure of a list. */
function monotonous(random: () => number, pick: <T>(of: readonly T[]) => T): string {
  const size = random() < 0.05 ? LONGEST : 4_000;
  const piece = pick(OVER_AND_OVER) + pick(['', '', '\n']);
  const much = piece.repeat(Math.ceil(size / piece.length));
  const setting = random();
  if (setting < 0.4) return much;
  if (setting < 0.5) return '（'.repeat(size / 4) + much + '）'.repeat(size / 4);
  const text = set(pick(SPECIMENS), { area: (n) => `${han(n)}、`, measure: (n) => `${n}. ` });
  const at = Math.floor(random() * text.length);
  return text.slice(0, at) + much + text.slice(at);
}

/** What the specs try a few hundred of. */
const OF_THE_SPECS = fc.oneof(...[texts, reports, inEnglish].map(mutatedOf), skeleton, rubble);

/** Rubble, one piece over and over, headings within headings, or a memorandum with rubble thrown in. */
export function inputOf(seed: number): string {
  const random = randomOf(seed);
  const pick = <T>(of: readonly T[]): T => of[Math.floor(random() * of.length)]!;
  const piece = (): string => pick(pick([RUBBLE, WORDS, ODD]));
  const pieces = (n: number): string => Array.from({ length: n }, piece).join('');
  // One in fifty is long.
  const size = random() < 0.02 ? 20_000 : 200;
  const kind = random();
  if (kind < 0.25) return pieces(Math.floor(random() * size));
  if (kind < 0.4) return pieces(1 + Math.floor(random() * 4)).repeat(Math.floor(random() * size));
  if (kind < 0.5) return monotonous(random, pick);
  if (kind > 0.8) return fc.sample(OF_THE_SPECS, { seed, numRuns: 1 })[0]!;
  const text = kind < 0.6 ? nestedText(seed, pick) : specimenText(pick);
  const marks = Array.from({ length: Math.floor(random() * 5) }, () => Math.floor(random() * text.length));
  return marks.reduce((mangled, at) => {
    const end = at + (random() < 0.5 ? 0 : Math.floor(random() * 40));
    return mangled.slice(0, at) + piece() + mangled.slice(end);
  }, text);
}

const specimenText = (pick: <T>(of: readonly T[]) => T): string =>
  set(pick(SPECIMENS), {
    area: (n) => `${han(n)}、`,
    measure: pick([(n: number) => `${n}. `, (n: number) => `(${n})`, () => '• ']),
  });

function nestedText(seed: number, pick: <T>(of: readonly T[]) => T): string {
  const families = pick<Family[]>([
    ['chapter', 'han', 'han_bracketed', 'figure'],
    ['han', 'han_bracketed', 'figure'],
    ['article', 'figure'],
  ]);
  const { text } = nested({
    ...{
      language: pick(['traditional', 'simplified']),
      families,
      subItems: 'circled',
      wrap: pick([null, 40]),
    },
    ...{ indent: false, stop: pick(['。', '']), countsOn: false, blank: false, seed },
  });
  return text;
}
