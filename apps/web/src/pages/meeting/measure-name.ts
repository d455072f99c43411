import { useQuery } from '@tanstack/react-query';
import { measureNumber } from '#i18n/numbering';
import { mechanismsQuery } from '../../api/queries';
import type { Meeting } from '../../api/types';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { shellTexts } from '../../shell/words';

/** The number of a measure on its meeting's page; of another meeting's with the meeting: 第一次會議 九.2. */
export function useMeasureName(here: Pick<Meeting, 'id'>) {
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const { data } = useQuery(mechanismsQuery);
  return (measure: { meetingId: string; areaOrdinal: number; ordinal: number }) => {
    const number = measureNumber(measure.areaOrdinal, measure.ordinal, language);
    if (measure.meetingId === here.id) return number;
    const meeting = data?.items
      .flatMap(({ meetings }) => meetings)
      .find(({ id }) => id === measure.meetingId);
    if (!meeting) return number;
    return `${shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) })} ${number}`;
  };
}
