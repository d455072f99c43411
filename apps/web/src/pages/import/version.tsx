import type { Draft } from '#contracts/draft';
import { measureNumber } from '#i18n/numbering';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { importTexts } from './words';

/** Enough to tell two versions apart. */
const shown = 5;

/** One of two versions of a draft: its meeting, its totals, and the measures that the other has not. */
export function Version({ draft, other }: { draft: Draft; other: Draft }) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const rows = (of: Draft) =>
    of.areas.flatMap((area) => area.measures.map((measure) => ({ area: area.ordinal, ...measure })));
  const [mine, theirs] = [rows(draft), new Set(rows(other).map(({ area, text }) => `${area} ${text}`))];
  const own = mine.filter(({ area, text }) => !theirs.has(`${area} ${text}`));
  const { title, date, place } = draft.meeting;
  return (
    <>
      <p>
        <Written>{title ?? t('untitled')}</Written>
        <br />
        {date !== null && formatDate(date, language)} <Written>{place ?? ''}</Written>
        <br />
        {t('tree.sum', { areas: draft.areas.length, measures: mine.length })}
      </p>
      {own.length > 0 && (
        <>
          <p className="meta">{t('version.own', { count: own.length })}</p>
          <ul>
            {own.slice(0, shown).map(({ area, ordinal, text, range }) => (
              <li key={range[0]}>
                {measureNumber(area, ordinal, language)} <Written>{text.slice(0, 60)}</Written>
              </li>
            ))}
          </ul>
        </>
      )}
    </>
  );
}
