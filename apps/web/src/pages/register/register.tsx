import './register.css';
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { named } from '#i18n/language';
import { measuresQuery, mechanismsQuery, useSession } from '../../api/queries';
import { dayOf } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { LightCount } from '../../signs/light';
import { PageTitle, usePage, type Crumb } from '../../shell/page';
import { Empty, Failure, More, Waiting } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { lights } from '#contracts/status';
import { BulkBar } from './bulk';
import { filterOf, Filters } from './filters';
import { RegisterTable } from './table';
import { registerTexts } from './words';

/** Ready-made questions; each is an address like any other filter. */
const views = [
  { name: 'all', params: {} },
  { name: 'red', params: { light: 'red' } },
  { name: 'yellow', params: { light: 'yellow' } },
  { name: 'none', params: { due: 'none' } },
  { name: 'mine', params: { mine: 'true' } },
] as const;

export function Component() {
  const t = useTexts(registerTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const query = useInfiniteQuery({ ...measuresQuery(filter), placeholderData: keepPreviousData });
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const pages = query.data?.pages ?? [];
  const rows = pages.flatMap(({ items }) => items);
  const totals = pages[0]?.totals;

  // How many pages are shown is part of the address, so that Back finds the place again.
  const wanted = Number(params.get('pages') ?? 1);
  const { hasNextPage, isFetching, fetchNextPage } = query;
  useEffect(() => {
    if (pages.length > 0 && pages.length < wanted && hasNextPage && !isFetching) void fetchNextPage();
  }, [pages.length, wanted, hasNextPage, isFetching, fetchNextPage]);

  const change = (changes: Record<string, string | null>) =>
    setParams(
      (before) => {
        const next = new URLSearchParams(before);
        next.delete('pages');
        for (const [name, value] of Object.entries(changes)) {
          if (value === null) next.delete(name);
          else next.set(name, value);
        }
        return next;
      },
      { preventScrollReset: true, replace: 'q' in changes },
    );

  const meetingIds = new Set(rows.map(({ meetingId }) => meetingId));
  const involved = (mechanisms?.items ?? []).filter(
    (one) =>
      one.id === filter.mechanism ||
      one.meetings.some(({ id }) => id === filter.meeting || meetingIds.has(id)),
  );
  const [only] = involved.length === 1 ? involved : [];
  const meeting = mechanisms?.items.flatMap((one) => one.meetings).find(({ id }) => id === filter.meeting);
  const sides = only
    ? only.sides.toSorted((a, b) => Number(b.id === session.side?.id) - Number(a.id === session.side?.id))
    : null;

  const crumbs: Crumb[] = [{ label: t('title'), to: '/measures' }];
  const place =
    only && meeting
      ? `${named(only.name, language)} ${shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) })}`
      : null;
  if (place !== null) crumbs.push({ label: place });
  usePage(place === null ? t('title') : `${t('title')}, ${place}`, crumbs);

  const viewAddress = (view: (typeof views)[number]) => {
    const next = new URLSearchParams();
    for (const name of ['meeting', 'mechanism']) {
      const value = params.get(name);
      if (value) next.set(name, value);
    }
    for (const [name, value] of Object.entries(view.params)) next.set(name, value);
    return `/measures?${next.toString()}`;
  };
  const inView = (view: (typeof views)[number]) => {
    const conditions = Object.entries({ ...filter, mine: filter.mine ? 'true' : undefined }).filter(
      ([name, value]) => value !== undefined && name !== 'meeting' && name !== 'mechanism',
    );
    const own = Object.entries(view.params);
    return conditions.length === own.length && own.every(([name, value]) => params.get(name) === value);
  };
  const filtered = Object.keys(filter).length > 0;
  const chosen = rows.filter(({ id }) => selected.has(id));

  return (
    <div className="page">
      <div className="head">
        <PageTitle>{t('title')}</PageTitle>
      </div>
      <nav className="tabs views" aria-label={t('view.label')}>
        {views
          .filter(({ name }) => name !== 'mine' || session.side !== null)
          .map((view) => (
            <Link
              key={view.name}
              to={viewAddress(view)}
              aria-current={inView(view) ? 'page' : undefined}
              preventScrollReset
            >
              {t(`view.${view.name}`)}
            </Link>
          ))}
        {totals && (
          <span className="push row only-l">
            {lights.map(
              (light) => totals[light] > 0 && <LightCount key={light} light={light} count={totals[light]} />,
            )}
          </span>
        )}
      </nav>
      <Filters
        filter={filter}
        change={change}
        count={
          totals
            ? `${totals.complete ? '' : '> '}${t('total', { count: totals.complete ? totals.count : totals.count - 1 })}`
            : ''
        }
      />
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data && rows.length === 0 && (
        <Empty
          action={
            filtered && (
              <Link className="btn" to="/measures">
                {t('filter.clear')}
              </Link>
            )
          }
        >
          {filtered ? t('empty') : t('emptyAll')}
        </Empty>
      )}
      {rows.length > 0 && (
        <RegisterTable
          rows={rows}
          sides={sides}
          oneMeeting={meetingIds.size === 1}
          selected={selected}
          select={(ids, on) =>
            setSelected((before) => {
              const next = new Set(before);
              for (const id of ids)
                if (on) next.add(id);
                else next.delete(id);
              return next;
            })
          }
          today={dayOf(new Date().toISOString())}
        />
      )}
      <More
        query={{
          ...query,
          fetchNextPage: () =>
            setParams(
              (before) => {
                const next = new URLSearchParams(before);
                next.set('pages', String(pages.length + 1));
                return next;
              },
              { preventScrollReset: true, replace: true },
            ),
        }}
      />
      {chosen.length > 0 && <BulkBar rows={chosen} clear={() => setSelected(new Set())} />}
    </div>
  );
}
