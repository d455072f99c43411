const COMMON = new Set(
  'Government The Of People Peoples Special Administrative Region Republic Kingdom State Province City Municipal Municipality Provincial United States Federal New Democratic County District'.split(
    ' ',
  ),
);

/** The words of a side's name that are its own. */
function ownWords(side: string): string[] {
  const words = side.match(/\p{Lu}[\p{L}’'-]*/gu) ?? [];
  const own = words.filter((word) => !COMMON.has(word.replace(/['’]s?$/, '')));
  return own.length > 0 ? own : words;
}

/** The one side whose place is named in these words. */
export function sidesByPlace(text: string, sides: readonly string[]): string | null {
  const named = sides.filter((side) => ownWords(side).every((word) => text.includes(word)));
  return named.length === 1 ? named[0]! : null;
}
