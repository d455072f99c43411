import { createContext, use, useEffect, useRef, type ReactNode } from 'react';
import { useLocation } from 'react-router';
import { useTexts } from '../i18n/texts';
import { shellTexts } from './words';

export interface Crumb {
  label: string;
  to?: string;
}

export const CrumbsContext = createContext<(crumbs: Crumb[]) => void>(() => undefined);

/** Names the page: the browser's title and the way that led here, the page itself last. */
export function usePage(title: string, crumbs: Crumb[]) {
  const t = useTexts(shellTexts);
  const setCrumbs = use(CrumbsContext);
  const way = JSON.stringify(crumbs);
  useEffect(() => {
    document.title = t('title.page', { title });
    setCrumbs(JSON.parse(way) as Crumb[]);
  }, [t, title, way, setCrumbs]);
}

/** The page's heading. After a navigation it takes the focus, so that a screen reader says where one is. */
export function PageTitle({ children, of }: { children: ReactNode; of?: string }) {
  const heading = useRef<HTMLHeadingElement>(null);
  const { pathname, key } = useLocation();
  const place = of ?? pathname;
  const first = useRef(key === 'default');
  useEffect(() => {
    if (first.current) first.current = false;
    else heading.current?.focus({ preventScroll: true });
  }, [place]);
  return (
    <h1 ref={heading} tabIndex={-1}>
      {children}
    </h1>
  );
}
