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

/** Characters of a number for use inside a regular expression's brackets. */
export const NUMBER = '0-9０-９〇○零一二三四五六七八九十百兩两';

/** Reads 47, ４７, 四十七, 四七 and 二〇二五; null where it is no number or more than four figures. */
export function readNumber(written: string): number | null {
  const text = written.replace(/[０-９]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (/^\d{1,4}$/.test(text)) return Number(text);
  const chars = [...text];
  if (chars.length === 0 || chars.length > 7) return null;
  if (chars.every((c) => DIGITS[c] !== undefined)) {
    return chars.length > 4 ? null : chars.reduce((sum, c) => sum * 10 + DIGITS[c]!, 0);
  }
  let total = 0;
  let digit: number | null = null;
  for (const c of chars) {
    const unit = UNITS[c];
    if (unit !== undefined) {
      total += (digit ?? 1) * unit;
      digit = null;
    } else {
      const value = DIGITS[c];
      if (value === undefined || digit !== null) return null;
      digit = value === 0 ? null : value;
    }
  }
  return total + (digit ?? 0);
}
