/**
 * Glyphs that stand before an item of a list. A dash, an asterisk and a circle are ones only where a space follows or,
 * for an asterisk and the dashes that are no Chinese dash, a Han character: a wrapped line may begin with any of them.
 */
const BULLET = /^(?:[•●◆◇■□▪▫‣▶►➢✓★☆·‧・∙](?=\s*\S)|[-－*＊](?=\s|\p{Script=Han}|[「“《])|[–—○◦](?=\s))\s*/u;

/** Spares every other line the search. */
const SIGNS = new Set([...'•●◆◇■□▪▫‣▶►➢✓★☆·‧・∙-－–—*＊○◦'].map((sign) => sign.charCodeAt(0)));

/** The length of the bullet that a line begins with and of the white space after it; 0 where there is none. */
export function bulletLength(text: string): number {
  if (!SIGNS.has(text.charCodeAt(0))) return 0;
  const length = BULLET.exec(text)?.[0].length ?? 0;
  return length < text.length ? length : 0;
}
