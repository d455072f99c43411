import type { ReactNode } from 'react';
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { createBrowserRouter, type RouteObject } from 'react-router';
import { RouterProvider } from 'react-router/dom';
import { whenSignedOut } from './api/client';
import { Problem } from './api/problem';
import { sessionQuery } from './api/queries';
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
      page('meetings/:id/evidence', () => import('./pages/evidence/evidence')),
      page('meetings/:id/lineage', () => import('./pages/lineage/lineage')),
      page('meetings/:id/:tab?', () => import('./pages/meeting/meeting')),
      page('measures', () => import('./pages/register/register')),
      page('measures/:id', () => import('./pages/measure/measure')),
      page('imports', () => import('./pages/import/imports')),
      page('imports/:id', () => import('./pages/import/import')),
      page('leave', () => import('./pages/leave/leave')),
      page('reports', () => import('./pages/reports/reports')),
      page('activity', () => import('./pages/activity/activity')),
      page('outbox/:id?', () => import('./pages/outbox/outbox')),
      { path: '*', Component: NotFound },
    ],
  },
]);

const cache: QueryClient = new QueryClient({
  // Somebody was faster: what stands beside the form, or under the button, is read anew.
  mutationCache: new MutationCache({
    onError: (error) => {
      if (error instanceof Problem && error.status === 412)
        void cache.invalidateQueries({ queryKey: ['measure'] });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (failures, error) =>
        (!(error instanceof Problem) || error.offline || error.status >= 500) && failures < 2,
    },
  },
});

// A session that has ended anywhere leads to the sign-in, and from there back. Before there was one, the frame asks.
whenSignedOut(() => {
  if (cache.getQueryData(sessionQuery.queryKey) === undefined) return;
  cache.clear();
  const { pathname, search, hash } = window.location;
  const next = new URLSearchParams({ next: `${pathname}${search}${hash}`, ended: '1' });
  void router.navigate(`/sign-in?${next.toString()}`);
});

export function App() {
  return (
    <QueryClientProvider client={cache}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  );
}
