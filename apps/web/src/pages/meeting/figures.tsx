import { Link } from 'react-router';
import { measureNumber } from '#i18n/numbering';
import type { Meeting } from '../../api/types';
import { useLanguage, useTexts } from '../../i18n/texts';
import { domainTexts, LightSign } from '../../signs/light';
import { Progress } from '../../signs/progress';
import { meetingTexts } from './words';

/** Where things stand, in four figures; each names its base and what it leaves out. */
export function Figures({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const { completion, attention, freshness, declared, captured } = meeting;
  const { leftOut } = completion;
  const out = leftOut.ongoing + leftOut.suspended + leftOut.dropped;
  const percent =
    completion.countable === 0 ? 0 : Math.round((completion.completed / completion.countable) * 100);
  const parts = [
    [words('status.ongoing'), leftOut.ongoing] as const,
    [words('status.suspended'), leftOut.suspended] as const,
    [words('measure.dropped'), leftOut.dropped] as const,
  ]
    .filter(([, count]) => count > 0)
    .map(([word, count]) => (language === 'en' ? `${count} ${word.toLowerCase()}` : `${word} ${count}`))
    .join(language === 'en' ? ', ' : '、');
  const list = `/measures?meeting=${meeting.id}`;

  return (
    <section className="figs first" aria-label={t('tab.overview')}>
      <div>
        <p className="lb">{t('done.label')}</p>
        <p className="v">
          {completion.completed}{' '}
          <small>
            {completion.countable === 0
              ? t('done.none')
              : t('done.value', { countable: completion.countable, percent })}
          </small>
        </p>
        <Progress
          {...completion}
          out={out}
          label={t('done.bar', {
            completed: completion.completed,
            rest: completion.countable - completion.completed,
            out,
          })}
        />
        <p className="n">{out === 0 ? t('done.outNone') : t('done.out', { out, parts })}</p>
      </div>
      <div>
        <p className="lb">{t('attention.label')}</p>
        <p className="v">
          {attention.red + attention.yellow}{' '}
          <small>{t('attention.items', { count: attention.red + attention.yellow })}</small>
        </p>
        <p className="n">
          <Link className="quiet light red" to={`${list}&light=red`}>
            <LightSign light="red" />
            {t('attention.red', { count: attention.red })}
          </Link>
          <Link className="quiet light yellow" to={`${list}&light=yellow`}>
            <LightSign light="yellow" />
            {t('attention.yellow', { count: attention.yellow })}
          </Link>
        </p>
      </div>
      <div>
        <p className="lb">{t('fresh.label', { days: freshness.days })}</p>
        <p className="v">
          {freshness.updated} <small>{t('fresh.value', { of: freshness.of })}</small>
        </p>
        <p className="n">
          {t('fresh.recent', { count: freshness.recent, days: freshness.recentDays })}
          {freshness.oldest && (
            <>
              <br />
              <Link className="quiet" to={`/measures/${freshness.oldest.measureId}`}>
                {t('fresh.oldest', {
                  number: measureNumber(freshness.oldest.areaOrdinal, freshness.oldest.ordinal, language),
                  days: freshness.oldest.days,
                })}
              </Link>
            </>
          )}
        </p>
      </div>
      <div>
        <p className="lb" id="captured">
          {t('captured.label')}
        </p>
        <table className="mini" aria-labelledby="captured">
          <thead>
            <tr>
              <td />
              <th scope="col" className="r">
                {t('captured.declared')}
              </th>
              <th scope="col" className="r">
                {t('captured.captured')}
              </th>
              <th scope="col" className="r">
                {t('captured.gap')}
              </th>
            </tr>
          </thead>
          <tbody>
            {(['areas', 'measures', 'documents'] as const).map((what) => {
              const stated = declared[what];
              return (
                <tr key={what} className="num">
                  <th scope="row">{t(`captured.${what}`)}</th>
                  <td className="r">{stated ?? t('captured.none')}</td>
                  <td className="r">{captured[what]}</td>
                  <td className="r">{stated === null ? '–' : stated - captured[what]}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
    </section>
  );
}
