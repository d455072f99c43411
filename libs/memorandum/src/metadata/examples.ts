import type { DraftArea, DraftExample } from '#contracts/draft';
import { matchesIn } from '../matches.js';
import { rangeIn } from '../normalise.js';
import type { Paragraph } from '../paragraphs.js';
import { saysWhatToDo } from '../layouts/chinese-words.js';

const INCLUDING = /(?:包括|例如|譬如)[:：]?/g;
const OF_WHAT = /[項项]目|措施|合作|[領领]域|[範范]疇|范畴|事[項项]/;
/** What a signed document says is no measure of the meeting's. */
const OF_DOCUMENTS = /[簽签][署訂订]|[協协][議议]|文件|[檔档]案/;
/** How far a sentence is read in either direction. */
const REACH = 1000;
const NEAR = 60;
/** No sentence that gives two examples is shorter. */
const SHORTEST = 12;

/** "…的51個項目，包括鼓勵…；支持…；推動…等。": measures that the text gives as examples of many it does not list. */
export function readExamples(prose: Paragraph[], areas: DraftArea[]): DraftExample[] {
  return prose.flatMap((paragraph) => {
    const { text } = paragraph;
    if (text.length < SHORTEST) return [];
    return [...matchesIn(text, INCLUDING)].flatMap(({ index, 0: word }): DraftExample[] => {
      const before = text.slice(Math.max(0, index - NEAR), index);
      const clause = before.slice(before.lastIndexOf('。') + 1);
      if (!OF_WHAT.test(clause) || OF_DOCUMENTS.test(clause)) return [];
      const start = index + word.length;
      const pieces = piecesFrom(text.slice(start, start + REACH));
      const told = pieces.filter((piece) => saysWhatToDo({ head: piece.text })).length;
      if (pieces.length < 2 || told < pieces.length - 1) return [];
      const area = areaNamed(clause, areas);
      return pieces.map((piece): DraftExample => {
        const from = start + piece.at;
        return { text: piece.text, range: rangeIn(paragraph, from, from + piece.text.length), area };
      });
    });
  });
}

function piecesFrom(text: string): { text: string; at: number }[] {
  const end = text.indexOf('。');
  const sentence = end === -1 ? text : text.slice(0, end);
  let at = 0;
  return sentence.split(/[；;]/).flatMap((written, index, all) => {
    const lead = /^\s*(?:以?及|和)?/u.exec(written)![0].length;
    const last = index === all.length - 1 ? written.replace(/等+$/u, '') : written;
    const piece = { text: last.slice(lead).trimEnd(), at: at + lead };
    at += written.length + 1;
    return piece.text === '' ? [] : [piece];
  });
}

/** The one area that the clause itself names: what a measure is about is not for us to guess. */
function areaNamed(clause: string, areas: DraftArea[]): number | null {
  const named = areas.filter(({ title }) => clause.includes(title));
  return named.length === 1 ? named[0]!.ordinal : null;
}
