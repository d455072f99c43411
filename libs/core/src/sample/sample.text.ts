import type { Draft, DraftArea, Range } from '#contracts/draft';
import { chineseNumeral } from '#i18n/numbering';
import type { SampleMeeting } from './sample.meetings.js';

/** A memorandum in our own words, as somebody would import it, and the draft that it reads as: places included. */
export function memorandumOf(meeting: SampleMeeting): { text: string; draft: Draft } {
  const lines: string[] = [];
  let length = 0;
  const write = (line: string): Range => {
    const start = length;
    lines.push(line);
    length += line.length + 1;
    return [start, start + line.length];
  };
  /** A line with its number before it, and where both stand. */
  const numbered = (mark: string, words: string): { marker: Range; range: Range } => {
    const [start, end] = write(mark + words);
    const from = start + mark.length;
    return { marker: [start, start + mark.trimEnd().length], range: [from, end] };
  };

  const [top] = write(meeting.title);
  const [, bottom] = write(meeting.mechanism.includes('会') ? '备忘录' : '備忘錄');
  write('');
  const preamble = write(meeting.preamble);
  write('');
  const listed = meeting.documents.map(({ title }) => `《${title}》`).join('、');
  const signed = write(`${meeting.signed}${listed}。`);
  let from = signed[1] - listed.length - 1;
  const signedDocuments = meeting.documents.map(({ title, parties }, index) => {
    const range: Range = [from + 1, from + 1 + title.length];
    from += title.length + 3;
    return { ordinal: index + 1, title, parties, range };
  });
  write('');
  const closing = write(meeting.closing);
  write('');
  const annex = write('附件');
  write('');
  const areas: DraftArea[] = meeting.areas.map(({ title, measures }, area) => {
    const heading = numbered(`${chineseNumeral(area + 1)}、`, title);
    const drafted = measures.map(({ text }, index) => ({
      ...{ ordinal: index + 1, text },
      ...numbered(`${index + 1}. `, text),
    }));
    write('');
    return { ordinal: area + 1, title, ...heading, measures: drafted };
  });

  const { title, mechanism, ordinal, heldOn, place, sides, heads, signatories, custodians, declared } =
    meeting;
  const draft: Draft = {
    meeting: {
      ...{ title, mechanism, ordinal, date: heldOn, place, sides, headsOfDelegation: heads, signatories },
      ...{ custodians, declared },
    },
    areas,
    signedDocuments,
    examples: [],
    metadata: [{ field: 'title', range: [top, bottom] }],
    leftOut: [
      { range: preamble, reason: 'preamble' },
      { range: signed, reason: 'signed_documents' },
      { range: closing, reason: 'closing' },
      { range: annex, reason: 'annex_label' },
    ],
    warnings: [],
  };
  return { text: lines.join('\n'), draft };
}
