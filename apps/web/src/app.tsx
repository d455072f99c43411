import type { ReactNode } from 'react';
import { MutationCache, QueryCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { Problem } from './api/problem';
import { Frame, Home } from './shell/frame';
import { NotFound, Waiting } from './shell/states';
import { Broken } from './shell/broken';

type Page = () => Promise<{ Component: () => ReactNode }>;

const page = (path: string, lazy: Page): RouteObject => ({ path, lazy, errorElement: <Broken /> });

const router = createBrowserRouter([
  {
    path: '/sign-in',
    lazy: () => import('./pages/sign-in/sign-in'),
    HydrateFallback: Waiting,
    errorElement: <Broken />,
  },
  {
    path: '/',
    Component: Frame,
    HydrateFallback: Waiting,
    errorElement: <Broken />,
    children: [
      { index: true, Component: Home },
      page('my-work', () => import('./pages/my-work/my-work')),
      page('meetings', () => import('./pages/meetings/meetings')),
      page('meetings/:id/:tab?', () => import('./pages/meeting/meeting')),
      page('measures', () => import('./pages/register/register')),
      page('measures/:id', () => import('./pages/measure/measure')),
      page('imports', () => import('./pages/import/imports')),
      page('imports/:id', () => import('./pages/import/import')),
      page('reports', () => import('./pages/reports/reports')),
      page('activity', () => import('./pages/activity/activity')),
      page('outbox/:id?', () => import('./pages/outbox/outbox')),
      { path: '*', Component: NotFound },
    ],
  },
]);

/** A session that has ended anywhere leads to the sign-in, and from there back. */
function onError(error: unknown) {
  const { pathname, search, hash } = window.location;
  if (!(error instanceof Problem) || error.status !== 401 || pathname === '/sign-in') return;
  const next = new URLSearchParams({ next: `${pathname}${search}${hash}`, ended: '1' });
  cache.clear();
  void router.navigate(`/sign-in?${next.toString()}`);
}

const cache = new QueryClient({
  queryCache: new QueryCache({
    // The first question of all is whether anyone is signed in; the frame answers that one itself.
    onError: (error, query) => (query.queryKey[0] === 'session' ? undefined : onError(error)),
  }),
  mutationCache: new MutationCache({ onError }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        (!(error instanceof Problem) || error.offline || error.status >= 500) && failures < 2,
    },
  },
});

export function App() {
  return (
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
