const DIGITS: Record<string, number> = {
  〇: 0,
  '○': 0,
  零: 0,
  Ｏ: 0,
  一: 1,
  二: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
  兩: 2,
  两: 2,
};
const UNITS: Record<string, number> = { 十: 10, 百: 100 };
/** 廿一日 */
const TENS: Record<string, number> = { 廿: 20, 卅: 30 };

/** Characters of a number for use inside a regular expression's brackets. */
export const NUMBER = '0-9０-９〇○零一二三四五六七八九十百兩两';

/** Reads 47, ４７, 四十七, 四七 and 二〇二五; null where it is no number or more than four figures. */
export function readNumber(written: string): number | null {
  const { length } = written;
  if (length === 0 || length > 7) return null;
  return figures(written) ?? (length > 4 || !isSpelt(written) ? withUnits(written) : spelt(written));
}

/** 0–9 and their full-width twins; null where anything else stands among them. */
function figures(written: string): number | null {
  if (written.length > 4) return null;
  let total = 0;
  for (let i = 0; i < written.length; i++) {
    const code = written.charCodeAt(i);
    const digit = code >= 0xff10 ? code - 0xff10 : code - 0x30;
    if (digit < 0 || digit > 9) return null;
    total = total * 10 + digit;
  }
  return total;
}

function isSpelt(written: string): boolean {
  for (const character of written) if (DIGITS[character] === undefined) return false;
  return true;
}

function spelt(written: string): number {
  let total = 0;
  for (const character of written) total = total * 10 + DIGITS[character]!;
  return total;
}

function withUnits(written: string): number | null {
  let total = 0;
  let digit: number | null = null;
  for (const character of written) {
    const unit = UNITS[character];
    const tens = TENS[character];
    if (tens !== undefined) {
      total += tens;
    } else if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else {
      const value = DIGITS[character];
      if (value === undefined || digit !== null) return null;
      digit = value === 0 ? null : value;
    }
  }
  return total + (digit ?? 0);
}
