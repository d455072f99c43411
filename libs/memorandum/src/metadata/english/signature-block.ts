import type { Line } from '../../lines.js';
import type { Range } from '#contracts/draft';
import { type Findings, note } from '../findings.js';
import { cellsOf } from '../signatures.js';
import { datesInEnglish } from './dates.js';
import { type Official, readOfficial } from './officials.js';

const FOR = /^(?:Signed\s)?for (?:and on behalf of )?(?:the )?(?=[A-Z])/i;
const PERSON =
  /^(?:(?:Mr|Mrs|Ms|Miss|Dr|Prof|Sir|Dame)\.?\s)?[A-Z][\p{L}.'’-]*(?:\s[A-Z][\p{L}.'’-]*){1,4}$/u;
const BLANK = /^(?:\(?(?:signature|signed|name|title|date)\)?\s?:?\s?)?[_.…\s]*$/i;
/** A name that its column was too narrow for. */
const GOES_ON = /\b(?:of|of the|the|and|for)$/i;
const LONGEST = 14;

interface Signer {
  side: string;
  range: Range;
  office: Official;
  signed: Range[];
}

/** "For the Government of X … For the Government of Y" with posts and names below; returns the lines it takes. */
export function readSignatureBlock(lines: Line[], findings: Findings): ReadonlySet<Line> {
  const first = lines.findIndex(({ text }) => text.length <= 200 && FOR.test(text));
  const taken = new Set<Line>();
  if (first === -1) return taken;
  const signers: Signer[] = [];
  const abreast = cellsOf(lines[first]!).length === 2;
  for (const line of lines.slice(first, first + LONGEST)) {
    const cells = line.text.length <= 200 ? cellsOf(line) : [];
    const read = cells.map(({ text, range }, index) => {
      const above = signers[abreast && cells.length === 2 ? index : signers.length - 1];
      if (above && GOES_ON.test(above.side)) {
        above.side += ` ${text.replace(/[:,]$/, '')}`;
        return true;
      }
      const head = FOR.exec(text)?.[0].length;
      if (head !== undefined) {
        const side = text.slice(head).replace(/[:,]$/, '');
        signers.push({
          side,
          range: [range[0] + head, range[0] + head + side.length],
          office: { post: '', name: null },
          signed: [],
        });
        return true;
      }
      return readCell(above, text, range);
    });
    if (read.length === 0 || !read.some(Boolean)) break;
    taken.add(line);
  }
  if (signers.length !== 2 || signers.some(({ side }) => GOES_ON.test(side))) return new Set();
  findings.meeting.sides = signers.map(({ side }) => side);
  findings.meeting.signatories = signers
    .filter(({ office }) => office.post !== '' || office.name !== null)
    .map(({ side, office }) => ({ side, ...office }));
  for (const { range, signed } of signers) {
    note(findings, 'side', range);
    for (const place of signed) note(findings, 'signatory', place);
  }
  return taken;
}

function readCell(signer: Signer | undefined, text: string, range: Range): boolean {
  if (datesInEnglish(text).length > 0 || BLANK.test(text)) return true;
  if (!signer || text.length > 120) return false;
  const office = readOfficial(text);
  if (office) signer.office = { post: office.post, name: office.name ?? signer.office.name };
  else if (PERSON.test(text)) signer.office.name ??= text.replace(/^(?:Mr|Mrs|Ms|Miss)\.?\s/, '');
  else return false;
  signer.signed.push(range);
  return true;
}
