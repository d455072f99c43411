import { useQuery } from '@tanstack/react-query';
import { Link, useSearchParams } from 'react-router';
import { named } from '#i18n/language';
import { mechanismsQuery, useSession } from '../../api/queries';
import type { Mechanism } from '../../api/types';
import { formatDate } from '../../i18n/dates';
import { ordinalWord } from '../../i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { BothBadge } from '../../signs/side';
import { Written } from '../../signs/content';
import { PageTitle, usePage } from '../../shell/page';
import { Empty, Loaded } from '../../shell/states';
import { shellTexts } from '../../shell/words';
import { meetingTexts } from '../meeting/words';
import { Lights } from './lights';

export function Component() {
  const t = useTexts(meetingTexts);
  const language = useLanguage();
  const session = useSession();
  const query = useQuery(mechanismsQuery);
  const [params] = useSearchParams();
  const chosen = query.data?.items.find(({ id }) => id === params.get('mechanism'));
  const title = chosen ? named(chosen.name, language) : t('list.title');
  usePage(
    title,
    chosen ? [{ label: t('list.title'), to: '/meetings' }, { label: title }] : [{ label: title }],
  );

  return (
    <div className="page">
      <div className="row start between wrap">
        <div className="head">
          <PageTitle of={`meetings ${chosen?.id ?? ''}`}>{title}</PageTitle>
          {session.abilities.read && query.data && !chosen && (
            <p className="sub">
              {t('list.lead', {
                mechanisms: query.data.items.length,
                meetings: query.data.items.reduce((total, { meetings }) => total + meetings.length, 0),
              })}
            </p>
          )}
        </div>
        {session.abilities.import && (
          <Link className="btn" to="/imports">
            <Icon name="import" />
            {t('list.import')}
          </Link>
        )}
      </div>
      <Loaded of={query}>
        {({ items }) => {
          const shown = chosen ? [chosen] : items;
          if (shown.every(({ meetings }) => meetings.length === 0))
            return (
              <Empty
                action={
                  session.abilities.import && (
                    <Link className="btn primary" to="/imports">
                      {t('list.import')}
                    </Link>
                  )
                }
              >
                {session.abilities.read ? t('list.none') : t('list.noReading')}
              </Empty>
            );
          return shown.map((mechanism) => (
            <Meetings key={mechanism.id} mechanism={mechanism} heading={!chosen} />
          ));
        }}
      </Loaded>
    </div>
  );
}

function Meetings({ mechanism, heading }: { mechanism: Mechanism; heading: boolean }) {
  const t = useTexts(meetingTexts);
  const shell = useTexts(shellTexts);
  const language = useLanguage();
  return (
    <section className="sec">
      {heading && (
        <div className="sec-h row">
          <BothBadge sides={mechanism.sides} />
          <h2>{named(mechanism.name, language)}</h2>
        </div>
      )}
      <Lights mechanism={mechanism} />
      {mechanism.meetings.length === 0 ? (
        <p className="t2">{t('list.noneHere')}</p>
      ) : (
        <ul className="lines">
          {mechanism.meetings
            .toSorted((a, b) => b.ordinal - a.ordinal)
            .map((meeting) => (
              <li key={meeting.id}>
                <Link className="quiet" to={`/meetings/${meeting.id}`}>
                  <b>{shell('meeting.nth', { ordinal: ordinalWord(meeting.ordinal, language) })}</b>{' '}
                  <Written>{meeting.title}</Written>
                </Link>
                <span className="meta num">{formatDate(meeting.heldOn, language)}</span>
              </li>
            ))}
        </ul>
      )}
    </section>
  );
}
