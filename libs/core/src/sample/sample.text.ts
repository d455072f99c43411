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
  /** The part of a line behind its number. */
  const behind = ([start, end]: Range, mark: string): Range => [start + mark.length, end];

  write(meeting.title);
  write(meeting.mechanism.includes('会') ? '备忘录' : '備忘錄');
  write('');
  const preamble = write(meeting.preamble);
  write('');
  const listed = meeting.documents.map(({ title }) => `《${title}》`).join('、');
  const [, end] = write(`${meeting.signed}${listed}。`);
  let from = end - listed.length - 1;
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
    const mark = `${chineseNumeral(area + 1)}、`;
    const range = behind(write(mark + title), mark);
    const drafted = measures.map(({ text }, index) => {
      const number = `${index + 1}. `;
      return { ordinal: index + 1, text, range: behind(write(number + text), number) };
    });
    write('');
    return { ordinal: area + 1, title, range, measures: drafted };
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
    metadata: [],
    leftOut: [
      { range: preamble, reason: 'preamble' },
      { range: closing, reason: 'closing' },
      { range: annex, reason: 'annex_label' },
    ],
    warnings: [],
  };
  return { text: lines.join('\n'), draft };
}
