import './my-work.css';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link, useSearchParams } from 'react-router';
import { limits } from '#contracts/limits';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { measureQuery, myWorkQuery } from '../../api/queries';
import type { MyWork, WorkItem } from '../../api/types';
import { BulkBar } from '../../bulk/bulk-bar';
import { chosenItem } from '../../bulk/chosen';
import { bulkTexts } from '../../bulk/words';
import { Desk } from '../../desk/desk';
import { workTexts } from '../../desk/words';
import { addDays, daysBetween, formatDate, formatDay, formatWeekday, mondayOf } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon, type IconName } from '../../signs/icon';
import { LightMark } from '../../signs/light';
import { SideBadge, useParties } from '../../signs/side';
import { PageTitle, usePage } from '../../shell/page';
import { Empty, Loaded } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { InfectedDocuments } from './infected-documents';
import { decides, dueOf, isAnswer, isPast, places, workGroups } from './groups';

const icons: Record<WorkItem['kind'], IconName> = {
  due: 'edit',
  draft: 'edit',
  returned: 'return',
  clear: 'check',
  endorse: 'check',
  answer_due_date: 'calendar',
  answer_confirmation: 'check',
  answer_drop: 'return',
  answer_request: 'edit',
  mention: 'edit',
  infected: 'clip',
  action: 'check',
};

const reasonKey = (kind: WorkItem['kind']) =>
  kind === 'mention'
    ? 'item.note'
    : kind === 'action'
      ? 'item.action'
      : kind === 'answer_request'
        ? 'item.request'
        : isAnswer(kind)
          ? 'item.proposed'
          : 'item.reason';

export function Component() {
  const t = useTexts(workTexts);
  usePage(t('title'), [{ label: t('title') }]);
  const query = useQuery(myWorkQuery);
  return (
    <div className="page">
      <Loaded of={query}>{(work) => <Content work={work} />}</Loaded>
    </div>
  );
}

/** The first line answers: how much is owed, how much of it is late, what comes next. */
function useLead(work: MyWork): string {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const count = work.items.length + work.infectedDocuments.length;
  if (count === 0) return t('lead.none');
  const past = work.items.filter(isPast).length;
  const next = work.items
    .flatMap((item) => (decides(item) || isPast(item) ? [] : [dueOf(item)]))
    .filter((due) => due !== null)
    .sort()[0];
  const when = next && {
    date: formatDay(next, language, work.today),
    weekday: formatWeekday(next, language),
  };
  return [
    t('lead.some', { count }),
    past > 0 && (when ? t('lead.both', { count: past, ...when }) : t('lead.overdue', { count: past })),
    past === 0 && when && t('lead.next', when),
  ]
    .filter(Boolean)
    .join(language === 'en' ? ' ' : '');
}

function Content({ work }: { work: MyWork }) {
  const t = useTexts(workTexts);
  const language = useLanguage();
  const parties = useParties();
  const lead = useLead(work);
  const monday = mondayOf(work.today);
  const [selected, setSelected] = useState<ReadonlySet<string>>(new Set());
  const toClear = work.items.filter(({ kind }) => kind === 'clear');
  const chosen = toClear.filter(({ updateId }) => updateId !== null && selected.has(updateId));
  const unselect = () => setSelected(new Set());
  const bulk = useTexts(bulkTexts);

  return (
    <div className="cols">
      <div>
        <div className="head">
          <PageTitle>{t('title')}</PageTitle>
          <p className="sub">{lead}</p>
        </div>
        {work.items.length + work.infectedDocuments.length === 0 && (
          <Empty
            action={
              <Link className="btn" to="/measures">
                {t('toRegister')}
              </Link>
            }
          >
            {t('empty')}
          </Empty>
        )}
        {workGroups(work.items, work.today).map((group) => (
          <section key={group.name} className="grp" aria-labelledby={`group-${group.name}`}>
            <div className="grp-h">
              <h2 id={`group-${group.name}`} className={group.name === 'past' ? 'ev' : undefined}>
                {t(`group.${group.name}`)}
              </h2>
              <span className="meta">
                {group.name === 'week' &&
                  `${t('group.weekSpan', {
                    from: formatDay(monday, language),
                    to: formatDay(addDays(monday, 6), language),
                  })}　`}
                {t('group.items', { count: group.items.length })}
              </span>
            </div>
            <ul className="work-list">
              {group.items.map((item) => (
                <Task
                  key={keyOf(item)}
                  item={item}
                  today={work.today}
                  selection={
                    item.kind === 'clear' && item.updateId !== null && toClear.length > 1
                      ? selectionOf(item.updateId, selected, setSelected)
                      : null
                  }
                />
              ))}
            </ul>
          </section>
        ))}
        {work.infectedDocuments.length > 0 && <InfectedDocuments documents={work.infectedDocuments} />}
        {chosen.length > 0 && (
          <BulkBar
            chosen={chosen.map(chosenItem)}
            joint={['clear']}
            ours={['return', 'internal']}
            unselect={unselect}
          >
            {chosen.length < Math.min(toClear.length, limits.bulk) && (
              <button
                type="button"
                className="btn plain sm"
                onClick={() =>
                  setSelected(
                    new Set(toClear.slice(0, limits.bulk).flatMap(({ updateId }) => updateId ?? [])),
                  )
                }
              >
                {bulk('selectAll')}
              </button>
            )}
          </BulkBar>
        )}
      </div>
      <aside className="rail">
        <section aria-labelledby="recent">
          <h2 id="recent">{t('recent.title')}</h2>
          {work.recent.length === 0 && <p className="t2">{t('recent.none')}</p>}
          <ul className="recent">
            {work.recent.map((one) => (
              <li key={`${one.measureId}${one.at}`}>
                <p className="row">
                  <SideBadge party={parties.get(one.partyId)} />
                  <Link className="quiet" to={`/measures/${one.measureId}`}>
                    {measureNumber(one.areaOrdinal, one.ordinal, language)} <Written>{one.title}</Written>
                  </Link>
                </p>
                <p className="meta">
                  {named(one.organisation.short, language)}{' '}
                  <span className="num">{formatDay(one.at, language, work.today)}</span>
                </p>
                <p className="meta">
                  <Written>{one.text}</Written>
                </p>
              </li>
            ))}
          </ul>
        </section>
      </aside>
    </div>
  );
}

/** What is written on a measure stays open when a first word, or a first file, makes a draft of what was only due. */
const keyOf = ({ kind, measureId, updateId, reason }: WorkItem) =>
  kind === 'due' || kind === 'draft' || kind === 'returned'
    ? measureId
    : `${kind}${updateId ?? measureId}${reason ?? ''}`;

interface Selection {
  on: boolean;
  set: (on: boolean) => void;
}

const selectionOf = (
  id: string,
  selected: ReadonlySet<string>,
  select: (ids: ReadonlySet<string>) => void,
): Selection => ({
  on: selected.has(id),
  set: (on) => select(new Set(on ? [...selected, id] : [...selected].filter((one) => one !== id))),
});

function Task({ item, today, selection }: { item: WorkItem; today: string; selection: Selection | null }) {
  const bulk = useTexts(bulkTexts);
  const t = useTexts(workTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  const [params, setParams] = useSearchParams();
  const key = keyOf(item);
  const open = params.get('open') === key;
  const number = measureNumber(item.areaOrdinal, item.ordinal, language);
  const due = dueOf(item);
  const left = due === null ? null : daysBetween(today, due);
  const action = open ? t('do.close') : t(`do.${item.kind}`);
  const toggle = () => setParams(open ? {} : { open: key }, { preventScrollReset: true, replace: true });

  const when = () => {
    if (due === null || left === null || decides(item)) return null;
    if (left < 0) return t('item.due', { date: formatDate(due, language), count: -left });
    const date = formatDay(due, language, today);
    return left === 0 ? t('item.today', { date }) : t('item.left', { date, count: left });
  };

  return (
    <li className={open ? 'open' : undefined}>
      <div className="task">
        <span className="kind">
          {selection && (
            <input
              type="checkbox"
              className="ck"
              aria-label={bulk('select', { number, title: item.title })}
              checked={selection.on}
              onChange={(event) => selection.set(event.target.checked)}
            />
          )}
          <Icon name={icons[item.kind]} />
          {t(`kind.${item.kind}`)}
        </span>
        <div>
          <div className="ti">
            <Link to={`/measures/${item.measureId}`}>
              <span className="no num">{number}</span>
              <Written>{item.title}</Written>
            </Link>
          </div>
          <div className="why">
            {named(item.meeting.mechanismName, language)}{' '}
            {shell('meeting.nth', { ordinal: ordinalWord(item.meeting.ordinal, language) })}
            {'　'}
            {item.inPlaceOf && (
              <>
                <span className="own-tag">{t('item.inPlaceOf', { name: item.inPlaceOf.name })}</span>
                {'　'}
              </>
            )}
            {item.lightReason === 'stale' || item.lightReason === 'behind' ? (
              <LightMark light={item.light} reason={item.lightReason} days={item.lightDays} />
            ) : (
              when()
            )}
            {isAnswer(item.kind) && t(`item.${item.kind}`)}
            {item.reason !== null && (
              <>
                {'　'}
                <Written>{t(reasonKey(item.kind), { reason: item.reason })}</Written>
              </>
            )}
          </div>
        </div>
        {item.kind in places ? (
          <Link
            className="btn"
            to={`/measures/${item.measureId}#${places[item.kind]}`}
            aria-label={t('do.named', { action, number, title: item.title })}
          >
            {action}
          </Link>
        ) : (
          <button
            type="button"
            className={open ? 'btn plain' : 'btn'}
            aria-expanded={open}
            aria-label={t('do.named', { action, number, title: item.title })}
            onClick={toggle}
          >
            {action}
          </button>
        )}
      </div>
      {open && <Opened item={item} close={toggle} />}
    </li>
  );
}

/** Update, review or mend in place: one click from the list, and the address leads back here. */
function Opened({ item, close }: { item: WorkItem; close: () => void }) {
  const query = useQuery(measureQuery(item.measureId));
  const review = item.kind === 'clear' || item.kind === 'endorse';
  return (
    <Loaded of={query}>
      {(measure) => (
        <div className={review ? 'private slips' : undefined}>
          <Desk measure={measure} updateId={review ? item.updateId : null} done={close} />
        </div>
      )}
    </Loaded>
  );
}
