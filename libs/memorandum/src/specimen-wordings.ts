import { parseMemorandum } from './parse.js';

/** What a careful reader finds: each area with the first words of its measures, the meeting, what was signed. */
export interface Found {
  areas: [string, string[]][];
  meeting: { ordinal: number; date: string; place: string | null; sides: string[] };
  heads: string[];
  documents: string[];
  warnings: string[];
}

const FIRST = 14;

export function foundIn(lines: string[]): Found {
  const result = parseMemorandum(lines.join('\n'));
  if (!result.ok) throw new Error(`refused: ${JSON.stringify(result.lookedFor)}`);
  const { areas, meeting, signedDocuments, warnings } = result.draft;
  return {
    areas: areas.map(({ title, measures }) => [title, measures.map(({ text }) => text.slice(0, FIRST))]),
    meeting: {
      ...{ ordinal: meeting.ordinal ?? 0, date: meeting.date ?? '' },
      ...{ place: meeting.place, sides: meeting.sides },
    },
    heads: meeting.headsOfDelegation.map(({ name }) => name ?? ''),
    documents: signedDocuments.map(({ title }) => title),
    warnings: warnings.map(({ code }) => code),
  };
}
