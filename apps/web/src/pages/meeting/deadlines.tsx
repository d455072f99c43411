import { useState } from 'react';
import { Link } from 'react-router';
import { measureNumber } from '#i18n/numbering';
import { formatDate, formatMonth, formatShort } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import type { Meeting } from '../../api/types';
import { LightSign, domainTexts } from '../../signs/light';
import { Signed } from '../../signs/content';
import { deadlinesLine } from './lanes';
import { meetingTexts } from './words';

type Deadline = Meeting['deadlines'][number];

const worst = (items: readonly Deadline[]) =>
  (['red', 'yellow', 'green', 'grey'] as const).find((light) => items.some((item) => item.light === light)) ??
  'grey';

/** Working dates on a line: overdue left of today, clusters that open, and how many measures have no date. */
export function Deadlines({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const [open, setOpen] = useState<number | null>(null);
  const { deadlines, today } = meeting;
  if (deadlines.length === 0) return <p className="t2">{t('dates.none')}</p>;

  const line = deadlinesLine(deadlines, today);
  const base = 22 + line.lanes * 24;
  const cluster = open === null ? undefined : line.points[open];

  return (
    <>
      <div className="scroll">
        <div className="axis" style={{ height: base + 68 }}>
          <div className="ln" style={{ top: base }} />
          {line.months.map((month) => (
            <div key={month.iso} className="mo num" style={{ left: `${month.at}%`, top: base }}>
              <span>{formatMonth(month.iso, language, month.withYear)}</span>
            </div>
          ))}
          <ol>
            {line.points.map((point, index) => {
              const [first] = point.items;
              if (!first) return null;
              const light = worst(point.items);
              const top = base - 34 - point.lane * 24;
              const number = measureNumber(first.areaOrdinal, first.ordinal, language);
              return (
                <li key={first.measureId}>
                  <i
                    className="stem"
                    style={{ left: `${point.at}%`, top: top + 19, height: base - top - 26 }}
                  />
                  <span className={`pt light ${light}`} style={{ left: `${point.at}%`, top: base - 7 }}>
                    <LightSign light={light} />
                    <span className="sr">{words(`light.${light}`)}</span>
                  </span>
                  <span
                    className={point.at > 88 ? 'tx num back' : 'tx num'}
                    style={{ left: `calc(${point.at}% - 6px)`, top }}
                  >
                    {point.items.length === 1 ? (
                      <Link className="quiet" to={`/measures/${first.measureId}`} title={first.title}>
                        <b>{number}</b> <span className="t3">{formatShort(first.dueOn, language)}</span>
                      </Link>
                    ) : (
                      <button
                        type="button"
                        className="link"
                        aria-expanded={open === index}
                        onClick={() => setOpen(open === index ? null : index)}
                      >
                        {t('dates.cluster', { first: number, count: point.items.length })}
                      </button>
                    )}
                  </span>
                </li>
              );
            })}
          </ol>
          <div className="today" style={{ left: `${line.today}%`, height: base + 60 }}>
            <b className={line.today > 80 ? 'back' : undefined}>
              {t('dates.today', { date: formatShort(today, language) })}
            </b>
          </div>
        </div>
      </div>
      {cluster && (
        <section className="note">
          <h3>
            {t('dates.clusterList', {
              count: cluster.items.length,
              from: formatDate(cluster.items[0]?.dueOn ?? today, language),
              to: formatDate(cluster.items.at(-1)?.dueOn ?? today, language),
            })}
          </h3>
          <ul>
            {cluster.items.map((item) => (
              <li key={item.measureId} className="row wrap">
                <span className={`light ${item.light}`}>
                  <LightSign light={item.light} />
                  <span className="sr">{words(`light.${item.light}`)}</span>
                </span>
                <span className="num">{formatDate(item.dueOn, language)}</span>
                <Link to={`/measures/${item.measureId}`}>
                  {measureNumber(item.areaOrdinal, item.ordinal, language)}{' '}
                  <Signed script={meeting.script}>{item.title}</Signed>
                </Link>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}
