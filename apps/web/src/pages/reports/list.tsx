import './reports.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { reportAddress } from '../../api/calls';
import { reportsQuery, useSession } from '../../api/queries';
import type { Report } from '../../api/types';
import { formatInstant } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { useSideName } from '../../signs/side';
import { Empty, Failure, More, Waiting } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { useSize } from '../../forms/size';
import { recordTexts } from './words';

/** Reports that were asked for; those being built say how far they are and change by themselves. */
export function ReportList({ meeting, empty }: { meeting?: string; empty: string }) {
  const t = useTexts(recordTexts);
  const query = useInfiniteQuery(reportsQuery(meeting));
  const reports = query.data?.pages.flatMap(({ items }) => items) ?? [];
  if (query.error && reports.length === 0)
    return <Failure error={query.error} retry={() => void query.refetch()} />;
  if (query.isPending) return <Waiting />;
  if (reports.length === 0) return <Empty>{empty}</Empty>;
  return (
    <>
      <table className="built">
        <caption className="sr">{t('reports.title')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('reports.col.report')}</th>
            <th scope="col">{t('reports.col.audience')}</th>
            <th scope="col">{t('reports.col.language')}</th>
            <th scope="col">{t('reports.col.by')}</th>
            <th scope="col">{t('reports.col.state')}</th>
          </tr>
        </thead>
        <tbody>
          {reports.map((report) => (
            <Row key={report.id} report={report} named={meeting === undefined} />
          ))}
        </tbody>
      </table>
      <More query={query} />
    </>
  );
}

function Row({ report, named }: { report: Report; named: boolean }) {
  const t = useTexts(recordTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const side = useSideName();
  const size = useSize();
  const nth = shell('meeting.nth', { ordinal: ordinalWord(report.meeting.ordinal, language) });
  const audience =
    report.audience === 'joint'
      ? t('reports.joint')
      : t('reports.side', { side: side(session.side ?? session.party) });
  return (
    <tr>
      <td>
        {named && (
          <>
            <Written>{report.meeting.title}</Written>
            <br />
          </>
        )}
        <span className="meta">
          {nth}
          {'　'}
          <span className="num">{formatInstant(report.createdAt, language)}</span>
        </span>
      </td>
      <td>{audience}</td>
      <td>{t(`language.${report.language}`)}</td>
      <td>{report.requestedBy?.name}</td>
      <td aria-live="polite">
        {report.state === 'queued' && t('reports.queued')}
        {report.state === 'building' && (
          <>
            <progress value={report.progress} max={100} aria-label={t('reports.progress')} />{' '}
            {t('reports.building', { percent: report.progress })}
          </>
        )}
        {report.state === 'failed' && <span className="ev">{t('reports.failed')}</span>}
        {report.state === 'ready' && (
          <span className="row">
            <a
              className="btn"
              href={reportAddress(report.id)}
              download
              aria-label={t('reports.download', {
                title: `${nth} ${audience} ${t(`language.${report.language}`)}`,
              })}
            >
              <Icon name="download" />
              {t('reports.downloadShort')}
            </a>
            <span className="meta num">{report.bytes !== null && size(report.bytes)}</span>
          </span>
        )}
      </td>
    </tr>
  );
}
