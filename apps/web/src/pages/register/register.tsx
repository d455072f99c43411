import './register.css';
import { keepPreviousData, useInfiniteQuery, useMutation, useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { getMeasures } from '../../api/calls';
import { measuresQuery, mechanismsQuery, useSession } from '../../api/queries';
import type { MeasureRow } from '../../api/types';
import { BulkBar } from '../../bulk/bulk-bar';
import { chosenRow } from '../../bulk/chosen';
import { bulkTexts } from '../../bulk/words';
import { dayOf } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { LightCount } from '../../signs/light';
import { useSideName } from '../../signs/side';
import { PageTitle, usePage, type Crumb } from '../../shell/page';
import { Empty, Failure, More, Waiting } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { lights } from '#contracts/status';
import { ColumnChooser, useColumns } from './columns';
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
  const sideName = useSideName();
  const [params, setParams] = useSearchParams();
  const filter = filterOf(params);
  const query = useInfiniteQuery({ ...measuresQuery(filter), placeholderData: keepPreviousData });
  const { data: mechanisms } = useQuery(mechanismsQuery);
  // Whole rows, so that what is selected stays so where the list shows only a part of it.
  const [selected, setSelected] = useState<ReadonlyMap<string, MeasureRow>>(new Map());
  const bulk = useTexts(bulkTexts);
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

  const columns = useColumns();
  const leads = sides?.map((side) =>
    t('col.lead', { side: language === 'en' ? named(side.name, language) : sideName(side) }),
  ) ?? [t('col.ourLead'), t('col.theirLead')];
  const heads = {
    ...{ light: t('col.light'), status: t('col.status'), lead1: leads[0]!, lead2: leads[1]! },
    ...{ internal: t('col.internal'), due: t('col.due'), cleared: t('col.cleared') },
  };

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
  // What was selected as it is now, where it is shown.
  const chosen = [...selected.values()].map((one) => rows.find(({ id }) => id === one.id) ?? one);
  const selecting = useMutation({
    mutationFn: () => getMeasures(filter, null, limits.bulk),
    onSuccess: ({ items }) =>
      setSelected(new Map(items.filter(({ abilities }) => abilities.assign).map((one) => [one.id, one]))),
  });

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
      >
        <ColumnChooser {...columns} name={heads} />
      </Filters>
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
          selected={new Set(selected.keys())}
          select={(ids, on) =>
            setSelected((before) => {
              const next = new Map(before);
              for (const row of rows.filter(({ id }) => ids.includes(id)))
                if (on && (next.size < limits.bulk || next.has(row.id))) next.set(row.id, row);
                else if (!on) next.delete(row.id);
              return next;
            })
          }
          today={dayOf(new Date().toISOString())}
          columns={columns.shown}
          chosen={columns.chosen}
          heads={heads}
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
      {chosen.length > 0 && (
        <BulkBar
          chosen={chosen.map(chosenRow)}
          joint={['publish', 'propose', 'clear']}
          ours={['assign', 'internal', 'ask', 'return']}
          unselect={() => setSelected(new Map())}
        >
          {totals && chosen.length < Math.min(totals.count, limits.bulk) && (
            <button
              type="button"
              className="btn plain sm"
              disabled={selecting.isPending}
              onClick={() => selecting.mutate()}
            >
              {bulk(totals.count <= limits.bulk && totals.complete ? 'all' : 'most', {
                count: Math.min(totals.count, limits.bulk),
              })}
            </button>
          )}
        </BulkBar>
      )}
    </div>
  );
}
