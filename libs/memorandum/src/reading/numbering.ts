/** Ways of writing a number that Word and HTML generate, under the names that Word gives them. */
const HAN = '〇一二三四五六七八九';
const FORMAL_HANT = '零壹貳參肆伍陸柒捌玖';
const FORMAL_HANS = '零壹贰叁肆伍陆柒捌玖';
const STEMS = '甲乙丙丁戊己庚辛壬癸';
const BRANCHES = '子丑寅卯辰巳午未申酉戌亥';

/** 二十一; enough for any list, as plain figures above a thousand. */
export function hanNumber(n: number, digits = HAN, [ten, hundred] = ['十', '百']): string {
  if (n < 0 || n > 999) return String(n);
  if (n < 10) return digits[n] ?? '';
  const [high, middle, low] = [Math.floor(n / 100), Math.floor(n / 10) % 10, n % 10];
  const plain = digits === HAN;
  const hundreds = high === 0 ? '' : `${digits[high]}${hundred}`;
  const gap = high > 0 && middle === 0 && low > 0 ? (plain ? '零' : digits[0]!) : '';
  const tens = middle === 0 ? '' : `${middle === 1 && high === 0 && plain ? '' : digits[middle]}${ten}`;
  return `${hundreds}${gap}${tens}${low === 0 ? '' : digits[low]}`;
}

export function romanNumber(n: number): string {
  const parts: [number, string][] = [
    ...([
      [1000, 'M'],
      [900, 'CM'],
      [500, 'D'],
      [400, 'CD'],
      [100, 'C'],
      [90, 'XC'],
    ] as [number, string][]),
    ...([
      [50, 'L'],
      [40, 'XL'],
      [10, 'X'],
      [9, 'IX'],
      [5, 'V'],
      [4, 'IV'],
      [1, 'I'],
    ] as [number, string][]),
  ];
  let rest = Math.min(n, 3999);
  let written = '';
  for (const [value, sign] of parts) for (; rest >= value; rest -= value) written += sign;
  return written;
}

/** a, b … z; then aa, bb as Word has it. */
function letters(n: number): string {
  const turn = Math.ceil(n / 26);
  return turn > 9 ? String(n) : String.fromCharCode(0x61 + ((n - 1) % 26)).repeat(turn);
}

const circled = (n: number): string => (n <= 20 ? String.fromCharCode(0x245f + n) : String(n));
const wide = (n: number): string =>
  String(n).replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

const FORMATS: Record<string, (n: number) => string> = {
  decimalZero: (n) => String(n).padStart(2, '0'),
  lowerLetter: letters,
  upperLetter: (n) => letters(n).toUpperCase(),
  lowerRoman: (n) => romanNumber(n).toLowerCase(),
  upperRoman: romanNumber,
  chineseCounting: (n) => hanNumber(n),
  chineseCountingThousand: (n) => hanNumber(n),
  taiwaneseCounting: (n) => hanNumber(n),
  taiwaneseCountingThousand: (n) => hanNumber(n),
  japaneseCounting: (n) => hanNumber(n),
  ideographDigital: (n) => String(n).replace(/\d/g, (digit) => HAN[Number(digit)]!),
  taiwaneseDigital: (n) => String(n).replace(/\d/g, (digit) => HAN[Number(digit)]!),
  japaneseDigitalTenThousand: (n) => String(n).replace(/\d/g, (digit) => HAN[Number(digit)]!),
  chineseLegalSimplified: (n) => hanNumber(n, FORMAL_HANS, ['拾', '佰']),
  ideographLegalTraditional: (n) => hanNumber(n, FORMAL_HANT, ['拾', '佰']),
  ideographTraditional: (n) => STEMS[n - 1] ?? String(n),
  ideographZodiac: (n) => BRANCHES[n - 1] ?? String(n),
  decimalEnclosedCircle: circled,
  decimalEnclosedCircleChinese: circled,
  decimalEnclosedParen: (n) => `(${n})`,
  decimalEnclosedFullstop: (n) => `${n}.`,
  ideographEnclosedCircle: (n) => (n <= 10 ? String.fromCharCode(0x327f + n) : String(n)),
  decimalFullWidth: wide,
  decimalFullWidth2: wide,
  none: () => '',
};

/** A number as a list shows it; a way of writing that is not known is written in figures. */
export function formatNumber(n: number, format: string): string {
  return n < 1 ? String(n) : (FORMATS[format]?.(n) ?? String(n));
}
