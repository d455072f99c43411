import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { lights } from '#contracts/status';
import { named } from '#i18n/language';
import type { Meeting } from '../../api/types';
import { useLanguage, useTexts } from '../../i18n/texts';
import { domainTexts, LightSign } from '../../signs/light';
import { SideBadge, useParties, useSideName } from '../../signs/side';
import { meetingTexts } from './words';

// The charts' library is large, and the table below says the same.
const LeadsChart = lazy(async () => ({ default: (await import('./leads-chart')).LeadsChart }));

const chartHeight = (bars: number) => 36 + bars * 24;

/** Measures by lead unit, in order of name: workload, not a ranking. */
export function Leads({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const parties = useParties();
  const sideName = useSideName();
  const side = (partyId: string) => meeting.mechanism.sides.findIndex((party) => party.id === partyId);
  const leads = meeting.leads.toSorted(
    (a, b) =>
      side(a.organisation.partyId) - side(b.organisation.partyId) ||
      named(a.organisation.name, language).localeCompare(named(b.organisation.name, language), language),
  );

  return (
    <section className="sec" aria-labelledby="leads">
      <div className="sec-h">
        <h2 id="leads">{t('leads.title')}</h2>
        <span className="meta">{t('leads.sub')}</span>
      </div>
      {leads.length === 0 ? (
        <p className="t2">{t('leads.none')}</p>
      ) : (
        <>
          <div className="charts">
            {meeting.mechanism.sides.map((party) => {
              const own = leads.filter(({ organisation }) => organisation.partyId === party.id);
              if (own.length === 0) return null;
              return (
                <div key={party.id}>
                  <h3 className="row">
                    <SideBadge party={party} />
                    <span aria-hidden="true">{sideName(party)}</span>
                  </h3>
                  <Suspense fallback={<div style={{ height: chartHeight(own.length) }} />}>
                    <LeadsChart leads={own} height={chartHeight(own.length)} label={t('leads.chart')} />
                  </Suspense>
                </div>
              );
            })}
          </div>
          <details className="how">
            <summary>{t('leads.table')}</summary>
            <table className="lts leads" aria-labelledby="leads">
              <thead>
                <tr>
                  <th scope="col">{t('leads.unit')}</th>
                  {lights.map((light) => (
                    <th key={light} scope="col" className="c">
                      <span className={`light ${light}`}>
                        <LightSign light={light} />
                        {words(`light.${light}`)}
                      </span>
                    </th>
                  ))}
                  <th scope="col" className="c">
                    {t('leads.overdue')}
                  </th>
                  <th scope="col" className="c">
                    {t('areas.total')}
                  </th>
                </tr>
              </thead>
              <tbody>
                {leads.map((lead) => (
                  <tr key={lead.organisation.id}>
                    <th scope="row" className="cell-head">
                      <span className="row">
                        <SideBadge party={parties.get(lead.organisation.partyId)} />
                        <Link
                          className="quiet"
                          to={`/measures?meeting=${meeting.id}&lead=${lead.organisation.id}`}
                        >
                          {named(lead.organisation.name, language)}
                        </Link>
                      </span>
                    </th>
                    {lights.map((light) => (
                      <td key={light} className={lead[light] === 0 ? 'c k num z' : 'c k num'}>
                        {lead[light] === 0 ? '–' : lead[light]}
                      </td>
                    ))}
                    <td className={lead.overdue === 0 ? 'c k num z' : 'c k num'}>
                      {lead.overdue === 0 ? '–' : lead.overdue}
                    </td>
                    <td className="c num strong">{lead.total}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </details>
        </>
      )}
    </section>
  );
}
