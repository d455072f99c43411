/** Ends of the names of those who sign a document of their own. */
const SIGNER =
  /(?:政府|辦公室|办公室|辦事處|办事处|委員會|委员会|管理局|公司|集團|集团|協會|协会|商[會会]|聯合會|联合会|促進會|促进会|大[學学]|[學学]院|[學学]校|醫院|医院|[電电][台臺]|[電电][視视][台臺]|博物[館馆]|[圖图][書书][館馆]|美[術术][館馆]|交易所|[實实][驗验]室|研究[院所]|促進局|促进局|中心|基金|[局廳厅署司])/gu;
const JOINED = /[與与和及同 ]/g;
/** Words after which a title speaks of its subject. */
const SUBJECT = /[關关][於于]|[戰战]略|共同|合作|[聯联]合(?![會会國国大])|(?<!力)推[動动]|簽署|签署|就/;
const LONGEST = 200;

/** "甲局與乙署關於…的備忘錄" names who signed it; a title that names nobody gives none. */
export function partiesIn(title: string): string[] {
  const text = title.slice(0, LONGEST);
  const subject = SUBJECT.exec(text);
  if (subject?.index === 0) return [];
  for (const { index } of text.matchAll(JOINED)) {
    const left = text.slice(0, index).trim();
    if (!endsAsSigner(left)) continue;
    const right = signerAt(text.slice(index + 1).trim());
    if (right) return [...apart(left), right];
  }
  return [];
}

/** "甲局與乙廳、丙署與丁委，亦於會上分別" as the pairs of those who sign; none where a piece is no pair. */
export function partyPairsIn(clause: string): string[][] {
  const names = clause.replace(/[，,][^，,、]{0,12}$/u, '');
  const pairs = names.split('、').map((piece) => {
    for (const { index } of piece.matchAll(JOINED)) {
      const pair = [piece.slice(0, index).trim(), piece.slice(index + 1).trim()];
      if (pair.every(endsAsSigner)) return pair;
    }
    return null;
  });
  return pairs.every((pair) => pair !== null) ? pairs : [];
}

export function endsAsSigner(written: string): boolean {
  const name = written.replace(/[（(][^（）()]{1,40}[）)]$/u, '');
  const last = [...name.matchAll(SIGNER)].at(-1);
  return last !== undefined && last.index + last[0].length === name.length;
}

/** The name that a text begins with: as far as it can be one before the title's subject. */
function signerAt(text: string): string | null {
  const about = SUBJECT.exec(text)?.index ?? text.length;
  let end = 0;
  for (const match of text.matchAll(SIGNER)) {
    if (match.index >= about || (end > 0 && match.index > end + 12)) break;
    end = match.index + match[0].length;
  }
  if (end < 3) return null;
  const open = Math.max(text.lastIndexOf('(', end), text.lastIndexOf('（', end));
  const bracketed = /^[（(][^（）()]{1,40}[）)]/u.exec(open === -1 ? '' : text.slice(open));
  return text.slice(0, Math.max(end, bracketed ? open + bracketed[0].length : 0));
}

/** "甲政府、乙公司" are two, where each is a name. */
function apart(written: string): string[] {
  const names = written.split('、').map((name) => name.trim());
  return names.every(endsAsSigner) ? names : [written];
}
