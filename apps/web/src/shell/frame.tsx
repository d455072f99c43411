import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { Link, Navigate, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { asProblem } from '../api/problem';
import { sessionQuery, useSession } from '../api/queries';
import { changeLanguage, currentLanguage } from '../i18n/i18n';
import { useTexts } from '../i18n/texts';
import { Icon } from '../signs/icon';
import { LanguageSwitch } from './language-switch';
import { Nav } from './nav';
import { CrumbsContext, type Crumb } from './page';
import { SearchBox } from './search-box';
import { Failure, Waiting } from './states';
import { Toast } from './toast';
import { shellTexts } from './words';

/** Everything behind the sign-in stands in this frame. */
export function Frame() {
  const { data: session, error, refetch } = useQuery(sessionQuery);
  const location = useLocation();
  const language = session?.person.language;

  useEffect(() => {
    if (language !== undefined && language !== currentLanguage()) void changeLanguage(language);
  }, [language]);

  if (!session) {
    if (!error)
      return (
        <div className="page">
          <Waiting />
        </div>
      );
    if (asProblem(error).status !== 401)
      return (
        <div className="page">
          <Failure error={error} retry={() => void refetch()} />
        </div>
      );
    const next = `${location.pathname}${location.search}${location.hash}`;
    return (
      <Navigate
        replace
        to={next === '/' ? '/sign-in' : `/sign-in?${new URLSearchParams({ next }).toString()}`}
      />
    );
  }
  return <Opened />;
}

/** The first screen answers the question of whoever comes: what is owed, or where things stand. */
export function Home() {
  const session = useSession();
  return <Navigate replace to={session.abilities.work ? '/my-work' : '/meetings'} />;
}

function Opened() {
  const t = useTexts(shellTexts);
  const { pathname } = useLocation();
  const { abilities } = useSession();
  const navigation = useNavigation();
  const [crumbs, setCrumbs] = useState<Crumb[]>([]);
  // The folded menu belongs to the page it was opened on: going elsewhere closes it.
  const [menuAt, setMenuAt] = useState<string | null>(null);
  const menu = menuAt === pathname;

  return (
    <CrumbsContext value={setCrumbs}>
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <div className="app">
        <Nav open={menu} />
        {menu && (
          <button
            type="button"
            className="veil"
            aria-label={t('nav.close')}
            onClick={() => setMenuAt(null)}
          />
        )}
        <div>
          <header className="top">
            <span className="only-s">
              <button
                type="button"
                className="btn sm"
                aria-label={t('nav.menu')}
                aria-expanded={menu}
                aria-controls="nav"
                onClick={() => setMenuAt(menu ? null : pathname)}
              >
                <Icon name="menu" />
              </button>
            </span>
            <nav className="crumb" aria-label={t('crumbs.label')}>
              <ol>
                {crumbs.map((crumb, index) => (
                  <li key={`${index} ${crumb.label}`}>
                    {index > 0 && <Icon name="right" />}
                    {crumb.to !== undefined && index < crumbs.length - 1 ? (
                      <Link to={crumb.to}>{crumb.label}</Link>
                    ) : (
                      <span aria-current="page">{crumb.label}</span>
                    )}
                  </li>
                ))}
              </ol>
            </nav>
            <div className="tools">
              {abilities.read && <SearchBox />}
              <LanguageSwitch signedIn />
            </div>
          </header>
          <main id="main" tabIndex={-1} aria-busy={navigation.state === 'loading'}>
            <Outlet />
          </main>
        </div>
      </div>
      <Toast />
      <ScrollRestoration />
    </CrumbsContext>
  );
}
