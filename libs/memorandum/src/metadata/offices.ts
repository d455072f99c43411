import type { DraftOffice } from '#contracts/draft';
import { OFFICE, ORGANISATION } from '../words.js';

const SIGNED = /[（(]\s?(?:簽字|签字|簽署|签署|簽章|签章|簽名|签名|蓋章|盖章|代表)\s?[）)]|[_＿]+/g;
const NAME = /^\p{Script=Han}{1,6}(?:·\p{Script=Han}{1,8}){0,2}$/u;
const POST_AND_NAME = new RegExp(`^(.{0,60}${OFFICE})[\\s：:]{0,4}([^\\s：:]{0,20})$`, 'u');

/** "副市長（簽字）" or "政務司司長 陳大文" as post and name; null where no office is named. */
export function readOffice(written: string): { post: string; name: string | null } | null {
  const text = written.replace(SIGNED, ' ').replace(/\s+/g, ' ').trim();
  if (text.length > 80) return null;
  const found = POST_AND_NAME.exec(text);
  if (!found) return null;
  const name = found[2]!;
  if (name === '') return { post: found[1]!.trim(), name: null };
  return isName(name) ? { post: found[1]!.trim(), name } : null;
}

export function isName(text: string): boolean {
  const plain = text.replace(/\s/g, '');
  return NAME.test(plain) && (plain.includes('·') || (plain.length >= 2 && plain.length <= 4));
}

function shared(a: string, b: string): number {
  let n = 0;
  while (n < a.length && n < b.length && a[n] === b[n]) n++;
  return n;
}

/** The side whose place an organisation or a post begins with. */
export function sideOf(text: string, sides: readonly string[]): string | null {
  const rated = sides
    .map((side) => ({ side, common: shared(text, side) }))
    .sort((a, b) => b.common - a.common);
  const [best, next] = rated;
  return best && best.common >= 2 && best.common > (next?.common ?? 0) ? best.side : null;
}

/** Two offices of two sides: where one names its side, the other one is the other's. */
export function withSides(
  offices: { post: string; name: string | null }[],
  sides: readonly string[],
): DraftOffice[] {
  const known = offices.map((office) => sideOf(office.post, sides));
  return offices.map((office, index) => {
    const others = sides.filter((side) => !known.includes(side));
    const left = offices.length === 2 && sides.length === 2 && others.length === 1 ? others[0]! : '';
    return { side: known[index] ?? left, ...office };
  });
}

const CONJUNCTION = /[和與与及暨同、]/g;
const ENDS_AS_ORGANISATION = new RegExp(`${ORGANISATION}$`);

/** The two halves of "A和B" with the place of the cut, though A or B may have a 和 of its own. */
export function splitPair(
  text: string,
  fits: (left: string, right: string) => boolean,
): { left: string; right: string; at: number } | null {
  for (const { index } of text.matchAll(CONJUNCTION)) {
    const [left, right] = [text.slice(0, index).trim(), text.slice(index + 1).trim()];
    if (left !== '' && right !== '' && fits(left, right)) return { left, right, at: index };
  }
  return null;
}

export function bothOrganisations(left: string, right: string): boolean {
  return ENDS_AS_ORGANISATION.test(left) && ENDS_AS_ORGANISATION.test(right);
}
