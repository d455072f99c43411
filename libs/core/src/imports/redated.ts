import type { Draft, DraftWarning, DraftWarningCode } from '#contracts/draft';

const ofDates: readonly DraftWarningCode[] = ['date_missing', 'date_relative', 'date_partial'];
const isOfDate = ({ code }: DraftWarning) => ofDates.includes(code);

/** A draft with the date, and what is asked about it, of another reading of its text. Its words stay where they are. */
export function redated(draft: Draft, fresh: Draft): Draft {
  const told = fresh.metadata.filter(
    ({ field, range }) =>
      field === 'date' &&
      !draft.metadata.some(
        (one) => one.field === 'date' && one.range[0] === range[0] && one.range[1] === range[1],
      ),
  );
  return {
    ...draft,
    meeting: { ...draft.meeting, date: fresh.meeting.date ?? draft.meeting.date },
    metadata: [...draft.metadata, ...told].toSorted((a, b) => a.range[0] - b.range[0]),
    warnings: [...draft.warnings.filter((one) => !isOfDate(one)), ...fresh.warnings.filter(isOfDate)],
  };
}
