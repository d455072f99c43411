import '../../bulk/bulk.css';
import '../../evidence/evidence.css';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useParams, useSearchParams } from 'react-router';
import { type EvidenceFilter, evidenceFilters } from '#contracts/status';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { archiveAddress } from '../../api/calls';
import { evidenceListQuery, meetingQuery, useSession } from '../../api/queries';
import type { Meeting } from '../../api/types';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { PageTitle, usePage } from '../../shell/page';
import { Empty, Failure, Loaded, More, Waiting } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { meetingTexts } from '../meeting/words';
import { evidenceTexts } from '../../evidence/words';
import { EvidenceTable } from './table';

/** All evidence of a meeting: our side's, and what the other has disclosed; what is missing, and what needs a hand. */
export function Component() {
  const { id = '' } = useParams();
  return (
    <div className="page">
      <Loaded of={useQuery(meetingQuery(id))}>{(meeting) => <Content meeting={meeting} />}</Loaded>
    </div>
  );
}

function Content({ meeting }: { meeting: Meeting }) {
  const t = useTexts(evidenceTexts);
  const meetings = useTexts(meetingTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const [params] = useSearchParams();
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const state = evidenceFilters.find((one) => one === params.get('state'));
  const query = useInfiniteQuery({
    ...evidenceListQuery(meeting.id, state),
    placeholderData: keepPreviousData,
  });
  const nth = shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) });
  const name = `${named(meeting.mechanism.name, language)} ${nth}`;
  usePage(`${t('list.title')} ${name}`, [
    { label: meetings('list.title'), to: '/meetings' },
    { label: name, to: `/meetings/${meeting.id}` },
    { label: t('list.title') },
  ]);
  const [first] = query.data?.pages ?? [];
  const rows = query.data?.pages.flatMap(({ items }) => items) ?? [];
  const chosen = rows.filter(({ id, readable }) => readable && selected.has(id)).map(({ id }) => id);

  const view = (one: EvidenceFilter | undefined) => (
    <Link
      key={one ?? 'all'}
      to={one ? `?state=${one}` : '.'}
      aria-current={state === one ? 'page' : undefined}
      preventScrollReset
      onClick={() => setSelected(new Set())}
    >
      {t(`list.${one ?? 'all'}`)} {first && <span className="n">{first.counts[one ?? 'all']}</span>}
    </Link>
  );

  return (
    <>
      <PageTitle of={meeting.id}>{t('list.title')}</PageTitle>
      <p className="t2">
        <Link to={`/meetings/${meeting.id}`}>{name}</Link>
        {language === 'en' ? '. ' : '。'}
        {t(session.side ? 'list.lead' : 'list.leadObserver')}
      </p>
      <nav className="tabs" aria-label={t('list.filter')}>
        {view(undefined)}
        {evidenceFilters.filter((one) => session.side ?? ['missing', 'expiring'].includes(one)).map(view)}
      </nav>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {!query.data && !query.error && <Waiting />}
      {first && rows.length === 0 && <Empty>{t(`list.empty.${state ?? 'all'}`)}</Empty>}
      {first && rows.length > 0 && (
        <EvidenceTable
          meeting={meeting.id}
          rows={rows}
          today={first.today}
          selected={selected}
          select={(id, on) =>
            setSelected((before) =>
              on ? new Set(before).add(id) : new Set([...before].filter((one) => one !== id)),
            )
          }
        />
      )}
      <More query={query} />
      {chosen.length > 0 && (
        <div className="bulk no-print" role="region" aria-label={t('list.download')}>
          <strong className="nb" role="status">
            {t('list.selected', { count: chosen.length })}
          </strong>
          <a className="btn sm primary" href={archiveAddress(chosen.slice(0, limits.archiveFiles))} download>
            {t('list.download')}
          </a>
          <button type="button" className="btn plain sm push" onClick={() => setSelected(new Set())}>
            {t('list.clear')}
          </button>
        </div>
      )}
    </>
  );
}
