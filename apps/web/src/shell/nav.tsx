import { useQuery } from '@tanstack/react-query';
import { Link, NavLink, useLocation } from 'react-router';
import { named, type Trilingual } from '#i18n/language';
import { mechanismsQuery, useSession } from '../api/queries';
import type { Party } from '../api/types';
import { useLanguage, useTexts } from '../i18n/texts';
import { Brand, Icon, type IconName } from '../signs/icon';
import { BothBadge } from '../signs/side';
import { PersonMenu } from './person-menu';
import { shellTexts } from './words';

export function Nav({ open }: { open: boolean }) {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const session = useSession();
  const { pathname, search } = useLocation();
  const { data: mechanisms } = useQuery(mechanismsQuery);
  const mechanism = pathname === '/meetings' ? new URLSearchParams(search).get('mechanism') : null;

  const item = (to: string, icon: IconName, label: string, inside: boolean, count = 0) => (
    <Link className="item" to={to} aria-current={inside ? 'page' : undefined}>
      <Icon name={icon} />
      <span>{label}</span>
      {count > 0 && (
        <span className="n">
          <span aria-hidden="true">{count}</span>
          <span className="sr">{t('nav.owed', { count })}</span>
        </span>
      )}
    </Link>
  );
  /** English names of mechanisms are long, and the badge says which it is: the other side's name will do. */
  const label = (name: Trilingual, [other, more]: Party[]) =>
    named(language === 'en' && other && !more ? other.name : name, language);
  const under = (...places: string[]) =>
    places.some((place) => pathname === place || pathname.startsWith(`${place}/`));

  return (
    <nav className={open ? 'nav open' : 'nav'} id="nav" aria-label={t('nav.label')}>
      <NavLink className="brand" to="/" aria-current={undefined}>
        <Brand />
        {t('brand')}
      </NavLink>
      {session.abilities.work && item('/my-work', 'work', t('nav.work'), under('/my-work'), session.owed)}
      {item('/meetings', 'meeting', t('nav.meetings'), mechanism === null && under('/meetings', '/imports'))}
      {session.abilities.read && item('/measures', 'list', t('nav.measures'), under('/measures'))}
      {session.abilities.readReports && item('/reports', 'doc', t('nav.reports'), under('/reports'))}
      {session.abilities.read && item('/activity', 'activity', t('nav.activity'), under('/activity'))}
      {session.abilities.readOutbox && item('/outbox', 'mail', t('nav.outbox'), under('/outbox'))}
      {mechanisms !== undefined && mechanisms.items.length > 0 && (
        <>
          <h2 className="cap">{t('nav.mechanisms')}</h2>
          {mechanisms.items.map(({ id, name, sides }) => {
            const others = sides.filter((side) => side.id !== session.side?.id);
            const [other] = others;
            return (
              <Link
                key={id}
                className="item"
                to={`/meetings?mechanism=${id}`}
                aria-current={mechanism === id ? 'page' : undefined}
              >
                {others.length === 1 && other ? (
                  <span className="sd" aria-hidden="true">
                    {named(other.mark, language)}
                  </span>
                ) : (
                  <BothBadge sides={others} />
                )}
                <span>{label(name, others)}</span>
              </Link>
            );
          })}
        </>
      )}
      <PersonMenu />
    </nav>
  );
}
