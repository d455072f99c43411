import { named } from '#i18n/language';
import type { LeadPeriod } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { tracksTexts } from './words';

/** Who led from when to when, where there is more to tell than who leads now. */
export function LeadsOverTime({ periods }: { periods: LeadPeriod[] }) {
  const t = useTexts(tracksTexts);
  const language = useLanguage();
  if (periods.length < 2 && periods.every(({ to }) => to === null)) return null;
  return (
    <details className="leads-past">
      <summary>{t('leads.title')}</summary>
      <ol>
        {periods.map(({ lead, from, to, by }) => (
          <li key={from}>
            {named(lead.name, language)}{' '}
            <span className="meta">
              {to === null
                ? t('leads.now', { from: formatDate(from, language) })
                : t('leads.until', { from: formatDate(from, language), to: formatDate(to, language) })}
              {by && `${language === 'en' ? ', ' : '，'}${t('leads.by', { name: by.name })}`}
            </span>
          </li>
        ))}
      </ol>
    </details>
  );
}
