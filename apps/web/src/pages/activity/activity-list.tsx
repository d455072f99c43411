import './activity.css';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { trackStatuses } from '#contracts/status';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import type { ActivityFilter } from '../../api/calls';
import { activityQuery } from '../../api/queries';
import type { Activity } from '../../api/types';
import { formatDate, formatInstant } from '../../i18n/dates';
import { i18n } from '../../i18n/i18n';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Lock } from '../../signs/private';
import { SideBadge } from '../../signs/side';
import { TrackMark } from '../../signs/status';
import { Empty, Failure, More, Waiting } from '../../shell/states';
import { recordTexts } from '../reports/words';
import { verbTexts } from './words';

const shows = ['all', 'joint', 'own'] as const;

/** Who did what, newest first; what only our side sees is tinted and says so. */
export function ActivityList({ filter }: { filter: ActivityFilter }) {
  const t = useTexts(recordTexts);
  const [params, setParams] = useSearchParams();
  const query = useInfiniteQuery(activityQuery(filter));
  const show = shows.find((name) => name === params.get('show')) ?? 'all';
  const items = (query.data?.pages.flatMap((page) => page.items) ?? []).filter(
    ({ joint }) => show === 'all' || joint === (show === 'joint'),
  );
  const names = { all: t('activity.all'), joint: t('activity.jointOnly'), own: t('activity.ownOnly') };

  return (
    <section className="gap-top" aria-label={t('activity.title')}>
      <fieldset>
        <legend className="sr">{t('activity.filter')}</legend>
        <div className="seg">
          {shows.map((name) => (
            <label key={name}>
              <input
                type="radio"
                name="show"
                checked={show === name}
                onChange={() =>
                  setParams(
                    (before) => {
                      const next = new URLSearchParams(before);
                      if (name === 'all') next.delete('show');
                      else next.set('show', name);
                      return next;
                    },
                    { replace: true, preventScrollReset: true },
                  )
                }
              />
              {names[name]}
            </label>
          ))}
        </div>
      </fieldset>
      {query.error && <Failure error={query.error} retry={() => void query.refetch()} />}
      {query.isPending && <Waiting />}
      {query.data && items.length === 0 && <Empty>{t('activity.none')}</Empty>}
      <ol className="log gap-top">
        {items.map((item) => (
          <Row key={item.id} item={item} />
        ))}
      </ol>
      <More query={query} />
    </section>
  );
}

/** A verb that is newer than this browser's copy of the texts is shown by its code. */
function useVerb() {
  const t = useTexts(verbTexts);
  return (verb: string) =>
    i18n.exists(verb, { ns: verbTexts.group }) ? t(verb as Parameters<typeof t>[0]) : verb;
}

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : null);

/** What of a change a reader can make sense of; ids and hashes are for the verification. */
function Digest({ changes }: { changes: Activity['changes'] }) {
  const language = useLanguage();
  const status = trackStatuses.find((one) => one === changes['status']);
  const dueOn = text(changes['dueOn']);
  const said = ['text', 'nextStep', 'reason', 'answerReason', 'fileName'].flatMap(
    (name) => text(changes[name]) ?? [],
  );
  if (!status && dueOn === null && said.length === 0) return null;
  return (
    <div className="digest">
      {status && <TrackMark status={status} />}
      {dueOn !== null && <span className="num">{formatDate(dueOn, language)}</span>}
      {said.map((words, index) => (
        <p key={index}>
          <Written>{words}</Written>
        </p>
      ))}
    </div>
  );
}

function Row({ item }: { item: Activity }) {
  const t = useTexts(recordTexts);
  const language = useLanguage();
  const verb = useVerb();
  return (
    <li className={item.joint ? undefined : 'mine'}>
      <time className="when meta num" dateTime={item.at}>
        {formatInstant(item.at, language)}
      </time>
      {item.party ? <SideBadge party={item.party} /> : <span />}
      <div>
        <p className="row wrap">
          <strong>{verb(item.verb)}</strong>
          {item.joint ? <span className="meta">{t('activity.joint')}</span> : <Lock />}
        </p>
        <p className="t2">
          {item.organisation ? named(item.organisation.name, language) : t('activity.system')}
          {item.person && `${language === 'en' ? ', ' : '　'}${item.person.name}`}
          {item.inPlaceOf &&
            `${language === 'en' ? ', ' : '　'}${t('activity.inPlaceOf', { name: item.inPlaceOf.name })}`}
        </p>
        {item.measure && (
          <p>
            <Link to={`/measures/${item.measure.id}`}>
              {measureNumber(item.measure.areaOrdinal, item.measure.ordinal, language)}{' '}
              <Written>{item.measure.title}</Written>
            </Link>
          </p>
        )}
        {!item.measure && item.meeting && (
          <p>
            <Link to={`/meetings/${item.meeting.id}`}>
              <Written>{item.meeting.title}</Written>
            </Link>
          </p>
        )}
        <Digest changes={item.changes} />
      </div>
    </li>
  );
}
