import { Link } from 'react-router';
import type { EvidenceRejection } from '#contracts/status';
import { measureNumber } from '#i18n/numbering';
import type { EvidenceRow } from '../../api/types';
import { FileName } from '../../evidence/file-name';
import { evidenceTexts } from '../../evidence/words';
import { useSize } from '../../forms/size';
import { formatDate } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { domainTexts } from '../../signs/light';
import { SideBadge, useParties } from '../../signs/side';

interface Props {
  /** Whose evidence it is. */
  meeting: string;
  rows: EvidenceRow[];
  today: string;
  selected: ReadonlySet<string>;
  select: (id: string, on: boolean) => void;
}

const viewed = ({ id, mediaType, bytes, fileName, title }: EvidenceRow) => ({
  ...{ id, mediaType, bytes, name: fileName ?? title ?? '' },
});

export function EvidenceTable({ meeting, rows, today, selected, select }: Props) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const parties = useParties();
  const size = useSize();
  const there = rows.filter(({ readable }) => readable).map(viewed);
  return (
    <div className="scroll-x" role="region" aria-label={t('list.title')} tabIndex={0}>
      <table className="evidence-table">
        <thead>
          <tr>
            <th className="s">
              <span className="sr">{t('list.download')}</span>
            </th>
            <th>{t('list.column.place')}</th>
            <th>{t('list.column.file')}</th>
            <th>{t('list.column.kind')}</th>
            <th>{t('list.column.dates')}</th>
            <th>{t('list.column.state')}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <td className="s">
                {row.readable && (
                  <input
                    type="checkbox"
                    aria-label={t('list.select', { file: row.fileName ?? '' })}
                    checked={selected.has(row.id)}
                    onChange={(event) => select(row.id, event.target.checked)}
                  />
                )}
              </td>
              <td className="place">
                <Place meeting={meeting} place={row.place} />
              </td>
              {row.state === 'missing' ? (
                <td colSpan={4} className="t2">
                  {t('list.nothing')}
                </td>
              ) : (
                <>
                  <td className="what">
                    <span className="file">
                      {row.partyId !== null && <SideBadge party={parties.get(row.partyId)} />}
                      {row.readable ? (
                        <FileName file={viewed(row)} among={there} />
                      ) : row.url !== null ? (
                        <a href={row.url} target="_blank" rel="noreferrer">
                          {row.title}
                        </a>
                      ) : (
                        <span>{row.fileName ?? row.title}</span>
                      )}
                    </span>
                    <span className="meta about">
                      {row.fileName !== null && row.title !== row.fileName && <span>{row.title}</span>}
                      {row.bytes !== null && <span className="num">{size(row.bytes)}</span>}
                      {(row.revision ?? 1) > 1 && (
                        <span>{t('list.revision', { revision: row.revision ?? 1 })}</span>
                      )}
                    </span>
                  </td>
                  <td>{row.kind && words(`evidenceKind.${row.kind}`)}</td>
                  <td className="num nb">
                    {row.documentOn !== null && formatDate(row.documentOn, language)}
                    {row.expiring && row.expiresOn !== null && (
                      <span className={row.expiresOn < today ? 'bad out' : 'warn out'}>
                        {t(row.expiresOn < today ? 'list.expired' : 'list.expires', {
                          date: formatDate(row.expiresOn, language),
                        })}
                      </span>
                    )}
                  </td>
                  <td>
                    <State row={row} />
                  </td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Place({ meeting, place }: Pick<Props, 'meeting'> & Pick<EvidenceRow, 'place'>) {
  const t = useTexts(evidenceTexts);
  const language = useLanguage();
  const { measureId, signedDocumentId, areaOrdinal, ordinal, title, script } = place;
  if (measureId === null || areaOrdinal === null)
    return (
      <>
        <span className="meta">{t('list.document')}</span>{' '}
        <Link to={`/meetings/${meeting}/documents?evidence=${signedDocumentId}#${signedDocumentId}`}>
          {title}
        </Link>
      </>
    );
  return (
    <Link to={`/measures/${measureId}#evidence`}>
      <span className="num">{measureNumber(areaOrdinal, ordinal, language)}</span>{' '}
      {script === null ? title : <Signed script={script}>{title}</Signed>}
    </Link>
  );
}

function State({ row }: { row: EvidenceRow }) {
  const t = useTexts(evidenceTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  if (row.state === 'uploading' || row.state === 'scanning')
    return <span className="meta">{t(`state.${row.state}`)}</span>;
  if (row.state === 'infected') return <span className="bad">{words('rejection.infected')}</span>;
  if (row.state === 'rejected')
    return <span className="bad">{words(`rejection.${row.reason as EvidenceRejection}`)}</span>;
  if (row.takenBackAt !== null)
    return (
      <span className="meta">{t('state.takenBack', { date: formatDate(row.takenBackAt, language) })}</span>
    );
  if (row.disclosedAt !== null)
    return <span>{t('state.disclosed', { date: formatDate(row.disclosedAt, language) })}</span>;
  return (
    <span className="lock">
      <Icon name="lock" />
      {t('state.private')}
    </span>
  );
}
