import { infiniteQueryOptions, keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query';
import type { EvidenceFilter } from '#contracts/status';
import * as calls from './calls';
import * as imports from './imports';
import { Problem } from './problem';
import type { Session } from './types';

export const sessionQuery = queryOptions({
  queryKey: ['session'],
  queryFn: calls.getSession,
  staleTime: 60_000,
  retry: (failures, error) => !(error instanceof Problem && error.status === 401) && failures < 2,
});

/** The signed-in person. Only under the frame, which has waited for the session. */
export function useSession(): Session {
  const { data } = useQuery(sessionQuery);
  if (!data) throw new Error('useSession is for pages behind the sign-in');
  return data;
}

export const mechanismsQuery = queryOptions({
  queryKey: ['mechanisms'],
  queryFn: calls.getMechanisms,
  staleTime: 5 * 60_000,
});

export const meetingQuery = (id: string) =>
  queryOptions({ queryKey: ['meeting', id], queryFn: () => calls.getMeeting(id) });

export const measuresQuery = (filter: calls.MeasureFilter) =>
  infiniteQueryOptions({
    queryKey: ['measures', filter],
    queryFn: ({ pageParam }) => calls.getMeasures(filter, pageParam, 100),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const measureQuery = (id: string) =>
  queryOptions({ queryKey: ['measure', id], queryFn: () => calls.getMeasure(id) });

/** The text never changes, nor do its sentences. */
export const suggestedActionsQuery = (measure: string) =>
  queryOptions({
    queryKey: ['suggested-actions', measure],
    queryFn: () => calls.getSuggestedActions(measure),
    staleTime: Infinity,
  });

/** A file that has just come up is drawn before long. */
export const previewQuery = (revision: string) =>
  queryOptions({
    queryKey: ['preview', revision],
    queryFn: () => calls.getPreview(revision),
    refetchInterval: ({ state }) => (state.data?.state === 'waiting' ? 2_000 : false),
  });

export const evidenceOfQuery = (place: calls.HoldingPlace) =>
  queryOptions({ queryKey: ['evidence', place.id], queryFn: () => calls.getEvidenceOf(place) });

export const evidenceListQuery = (meeting: string, state: EvidenceFilter | undefined) =>
  infiniteQueryOptions({
    queryKey: ['evidence-list', meeting, state ?? ''],
    queryFn: ({ pageParam }) => calls.getEvidenceList(meeting, state, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const organisationsQuery = (party: string | undefined) =>
  queryOptions({
    queryKey: ['organisations', party ?? ''],
    queryFn: () => calls.getOrganisations(party),
    staleTime: 5 * 60_000,
  });

export const peopleQuery = (organisation: string) =>
  queryOptions({
    queryKey: ['people', organisation],
    queryFn: () => calls.getPeople(organisation),
    staleTime: 5 * 60_000,
  });

export const colleaguesQuery = (q: string) =>
  queryOptions({
    queryKey: ['colleagues', q],
    queryFn: () => calls.getColleagues(q),
    staleTime: 60_000,
    placeholderData: keepPreviousData,
  });

export const updateQuery = (id: string) =>
  queryOptions({ queryKey: ['update', id], queryFn: () => calls.getUpdate(id) });

export const leavesQuery = queryOptions({ queryKey: ['leaves'], queryFn: calls.getLeaves });

export const myWorkQuery = queryOptions({ queryKey: ['my-work'], queryFn: calls.getMyWork });

export const importsQuery = queryOptions({
  queryKey: ['imports'],
  queryFn: imports.getImports,
  refetchInterval: ({ state }) => (state.data?.items.some((item) => item.state === 'parsing') ? 1000 : false),
});

export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => imports.getImport(id),
    refetchOnWindowFocus: false,
    // What is compared piece by piece is slower to have again than what is simply put in its place.
    structuralSharing: false,
    refetchInterval: ({ state }) => (state.data?.state === 'parsing' ? 1000 : false),
  });

/**
 * Of the draft as the server has it, of one area or of all: another version has others, and those before stand until
 * they come.
 */
export const suggestionsQuery = (id: string, version: number, areaAt?: number) =>
  queryOptions({
    queryKey: ['import', id, 'suggestions', version, areaAt ?? null],
    queryFn: () => imports.getSuggestions(id, areaAt),
    placeholderData: keepPreviousData,
    staleTime: Infinity,
  });

const building = (state: string) => state === 'queued' || state === 'building';

/** Reports, asked again every second while one is being built. */
export const reportsQuery = (meeting: string | undefined) =>
  infiniteQueryOptions({
    queryKey: ['reports', meeting ?? ''],
    queryFn: ({ pageParam }) => calls.getReports(meeting, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
    refetchInterval: ({ state }) =>
      state.data?.pages.some((page) => page.items.some((report) => building(report.state))) ? 1000 : false,
  });

export const mailsQuery = infiniteQueryOptions({
  queryKey: ['mails'],
  queryFn: ({ pageParam }) => calls.getMails(pageParam),
  initialPageParam: null as string | null,
  getNextPageParam: (page) => page.next,
});

export const mailQuery = (id: string) =>
  queryOptions({ queryKey: ['mail', id], queryFn: () => calls.getMail(id) });

export const activityQuery = (filter: calls.ActivityFilter) =>
  infiniteQueryOptions({
    queryKey: ['activity', filter],
    queryFn: ({ pageParam }) => calls.getActivity(filter, pageParam),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.next,
  });

export const ledgersQuery = (mechanism: string | undefined) =>
  queryOptions({ queryKey: ['ledgers', mechanism ?? ''], queryFn: () => calls.getLedgers(mechanism) });
