import { Link } from 'react-router';
import { named } from '#i18n/language';
import { measureNumber } from '#i18n/numbering';
import { sourceAddress } from '../../api/calls';
import type { Meeting } from '../../api/types';
import { dayOf, daysBetween, formatDate, formatDay } from '../../i18n/dates';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Signed, Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { domainTexts, LightMark } from '../../signs/light';
import { SideBadge, useParties } from '../../signs/side';
import { StatusMark, TrackMark } from '../../signs/status';
import { documentTexts, meetingTexts } from './words';

function Title({
  meeting,
  of,
}: {
  meeting: Meeting;
  of: { measureId: string; areaOrdinal: number; ordinal: number; title: string };
}) {
  const language = useLanguage();
  return (
    <>
      <span className="num t3">{measureNumber(of.areaOrdinal, of.ordinal, language)}</span>
      {'　'}
      <Link className="quiet" to={`/measures/${of.measureId}`}>
        <Signed script={meeting.script}>{of.title}</Signed>
      </Link>
    </>
  );
}

/** Beside the figures: statuses, what is late, where the two sides differ. */
export function Rail({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const documents = useTexts(documentTexts);
  const language = useLanguage();
  const parties = useParties();

  return (
    <aside className="rail sec">
      <section aria-labelledby="statuses">
        <h2 id="statuses">{t('statuses.title')}</h2>
        <ul className="counts">
          {meeting.statuses.map(({ status, awaitingPartyId, count }) => (
            <li key={`${status}${awaitingPartyId}`}>
              <Link to={`/measures?meeting=${meeting.id}&status=${status}`}>
                <StatusMark status={status} awaitingPartyId={awaitingPartyId} />
              </Link>
              <span className="num">{count}</span>
            </li>
          ))}
        </ul>
      </section>
      {meeting.overdue.length > 0 && (
        <section aria-labelledby="overdue">
          <h2 id="overdue">
            {t('overdue.title')} <span className="t3 light-weight">{meeting.overdue.length}</span>
          </h2>
          {meeting.overdue.map((item) => (
            <div key={item.measureId} className="div-row">
              <p>
                <Title meeting={meeting} of={item} />
              </p>
              <p className="row wrap">
                <span className="num t2">{formatDate(item.dueOn, language)}</span>
                <LightMark light="red" reason="overdue" days={item.days} />
              </p>
              {item.leads.length > 0 && (
                <p className="meta">
                  {item.leads.map(({ name }) => named(name, language)).join(language === 'en' ? ', ' : '、')}
                </p>
              )}
            </div>
          ))}
        </section>
      )}
      <section aria-labelledby="divergence">
        <h2 id="divergence">
          {t('divergence.title')}{' '}
          {meeting.divergences.length > 0 && (
            <span className="t3 light-weight">{meeting.divergences.length}</span>
          )}
        </h2>
        {meeting.divergences.length === 0 && <p className="t2">{t('divergence.none')}</p>}
        {meeting.divergences.map((item) => (
          <div key={item.measureId} className="div-row">
            <p>
              <Title meeting={meeting} of={item} />
            </p>
            <div className="pair">
              {item.tracks.map((track) => (
                <span key={track.partyId}>
                  <SideBadge party={parties.get(track.partyId)} />
                  <TrackMark status={track.status} />
                </span>
              ))}
            </div>
            {item.since !== null && (
              <p className="meta">
                {t('divergence.since', {
                  date: formatDay(item.since, language, meeting.today),
                  days: daysBetween(dayOf(item.since), meeting.today),
                })}
              </p>
            )}
          </div>
        ))}
      </section>
      {meeting.documents.length > 0 && (
        <section aria-labelledby="rail-documents">
          <h2 id="rail-documents">{documents('title')}</h2>
          <DocumentList meeting={meeting} />
        </section>
      )}
    </aside>
  );
}

/** What was signed beside the measures; the whole of it stands on a page of its own. */
function DocumentList({ meeting }: { meeting: Meeting }) {
  const t = useTexts(documentTexts);
  return (
    <ol>
      {meeting.documents.map((document) => (
        <li key={document.id} className="doc-row">
          <Link className="quiet file" to={`/meetings/${meeting.id}/documents#${document.id}`}>
            <Icon name="doc" />
            <Written>{document.title}</Written>
          </Link>
          <p className="meta">{t(`state.${document.state}`)}</p>
        </li>
      ))}
    </ol>
  );
}

/** Where the measures' words were taken from, and who keeps them. */
export function Sources({ meeting }: { meeting: Meeting }) {
  const t = useTexts(meetingTexts);
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const offices = (list: readonly { post: string; name: string | null }[]) =>
    list.map(({ post, name }) => (name === null ? post : `${post} ${name}`));

  return (
    <aside className="rail sec">
      <section aria-labelledby="sources">
        <h2 id="sources">{t('sources.title')}</h2>
        <ul>
          {meeting.sources.map((source) => (
            <li key={source.id} className="doc-row">
              <span className="file">
                <Icon name="doc" />
                <a href={sourceAddress(source.id)} download>
                  {source.fileName}
                </a>
              </span>
              <p className="meta">
                {words(`source.${source.kind}`)}{' '}
                {t('sources.adopted', { date: formatDate(source.adoptedAt, language) })}
              </p>
              <p className="meta hash">{t('sources.hash', { hash: source.sha256 })}</p>
            </li>
          ))}
        </ul>
      </section>
      <Names title={t('heads.title')} names={offices(meeting.heads)} meeting={meeting} />
      <Names title={t('custodians.title')} names={meeting.custodians} meeting={meeting} />
    </aside>
  );
}

function Names({ title, names, meeting }: { title: string; names: string[]; meeting: Meeting }) {
  if (names.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {names.map((name) => (
          <li key={name}>
            <Signed script={meeting.script}>{name}</Signed>
          </li>
        ))}
      </ul>
    </section>
  );
}
