import { Link } from 'react-router';
import { lights } from '#contracts/status';
import type { Meeting } from '../../api/types';
import { areaNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed } from '../../signs/content';
import { domainTexts, LightSign } from '../../signs/light';
import { Units, type LightCounts } from '../../signs/units';
import { meetingTexts } from './words';

export const sum = (counts: LightCounts) => lights.reduce((total, light) => total + counts[light], 0);

/** Lights of each area, a unit a measure, with the counts beside; every count leads to its list. */
export function Areas({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const list = `/measures?meeting=${meeting.id}`;
  const totals: LightCounts = { red: 0, yellow: 0, green: 0, grey: 0 };
  for (const area of meeting.areas) for (const light of lights) totals[light] += area.lights[light];

  return (
    <section className="sec" aria-labelledby="areas">
      <div className="sec-h">
        <h2 id="areas">{t('areas.title')}</h2>
        <span className="meta">{t('areas.unit')}</span>
      </div>
      <table className="lts" aria-labelledby="areas">
        <thead>
          <tr>
            <td />
            <th scope="col">{t('areas.area')}</th>
            <th scope="col">
              <span className="sr">{t('areas.lights')}</span>
            </th>
            {lights.map((light) => (
              <th key={light} scope="col" className="c">
                <span className={`light ${light}`}>
                  <LightSign light={light} />
                  {words(`light.${light}`)}
                </span>
              </th>
            ))}
            <th scope="col" className="c">
              {t('areas.total')}
            </th>
          </tr>
        </thead>
        <tbody>
          {meeting.areas.map((area) => (
            <tr key={area.id}>
              <td className="o num t3">{areaNumber(area.ordinal, language)}</td>
              <th scope="row" className="a cell-head">
                <Link className="quiet" to={`${list}&area=${area.id}`}>
                  <Signed script={meeting.script}>{area.title}</Signed>
                </Link>
              </th>
              <td className="u">
                <Units counts={area.lights} label={t('areas.bar', area.lights)} />
              </td>
              {lights.map((light) => (
                <td key={light} className={area.lights[light] === 0 ? 'c k num z' : 'c k num'}>
                  {area.lights[light] === 0 ? (
                    '–'
                  ) : (
                    <Link to={`${list}&area=${area.id}&light=${light}`}>{area.lights[light]}</Link>
                  )}
                </td>
              ))}
              <td className="c num strong">{sum(area.lights)}</td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <td />
            <th scope="row" className="cell-head strong">
              {t('areas.total')}
            </th>
            <td />
            {lights.map((light) => (
              <td key={light} className="c k num strong">
                {totals[light]}
              </td>
            ))}
            <td className="c num strong">{sum(totals)}</td>
          </tr>
        </tfoot>
      </table>
      <details className="how">
        <summary>{t('areas.how')}</summary>
        <p className="note gap-small">
          {t('areas.howText', { warning: meeting.warningDays, fresh: meeting.freshness.days })}
        </p>
      </details>
    </section>
  );
}
