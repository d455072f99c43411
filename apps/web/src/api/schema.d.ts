// Written by hand until the server's description is generated; same form.
import type { Draft } from '#contracts/draft';
import type { Trilingual, Script, Language } from '#i18n/language';
import type { MeasureStatus, TrackStatus, Light, LightReason, UpdateState, DueDateChangeState, DueKind, EvidenceState, ImportState, ReportState, Audience, SourceKind, Role } from '#contracts/status';

export interface components { schemas: {
  Trilingual: Trilingual;
  Party: { id: string; code: string; name: Trilingual; mark: Trilingual };
  OrganisationRef: { id: string; partyId: string; name: Trilingual; short: Trilingual };
  Organisation: components['schemas']['OrganisationRef'] & { parentId: string | null; custodian: boolean };
  PersonRef: { id: string; name: string };
  Session: { person: { id: string; name: string; email: string; language: Language; roles: Role[] }; organisation: components['schemas']['OrganisationRef']; party: components['schemas']['Party']; side: components['schemas']['Party'] | null; csrfToken: string; owed: number; abilities: { import: boolean; readOutbox: boolean; readActivity: boolean }; demo: boolean };
  Demo: { people: { email: string; name: string; role: Role; organisation: Trilingual; party: Trilingual }[]; password: string };
  Mechanism: { id: string; name: Trilingual; sides: components['schemas']['Party'][]; meetings: { id: string; ordinal: number; title: string; heldOn: string }[]; warningDays: number; freshnessDays: number; abilities: { import: boolean } };
  MechanismRef: { id: string; name: Trilingual; sides: components['schemas']['Party'][] };
  Office: { side: string; post: string; name: string | null };
  LightCounts: { red: number; yellow: number; green: number; grey: number };
  Meeting: {
    id: string; mechanism: components['schemas']['MechanismRef']; ordinal: number; title: string; script: Script; heldOn: string; place: string | null;
    signatories: components['schemas']['Office'][]; custodians: string[]; heads: components['schemas']['Office'][];
    declared: { areas: number | null; measures: number | null; documents: number | null }; captured: { areas: number; measures: number; documents: number };
    today: string; completion: { completed: number; countable: number; leftOut: { ongoing: number; suspended: number; dropped: number } };
    attention: { red: number; overdue: number; behind: number; yellow: number; dueSoon: number; stale: number };
    freshness: { days: number; updated: number; of: number; within90: number; oldest: { measureId: string; number: string; days: number } | null };
    statuses: { status: MeasureStatus; awaiting: string | null; count: number }[];
    areas: { id: string; ordinal: number; title: string; lights: components['schemas']['LightCounts']; measures: { id: string; number: string; light: Light }[] }[];
    leads: { organisation: components['schemas']['OrganisationRef']; red: number; yellow: number; green: number; grey: number; total: number; overdue: number }[];
    deadlines: { measureId: string; number: string; title: string; dueOn: string; light: Light }[]; withoutDate: number;
    overdue: { measureId: string; number: string; title: string; dueOn: string; days: number; leads: components['schemas']['OrganisationRef'][] }[];
    divergences: { measureId: string; number: string; title: string; tracks: { partyId: string; status: TrackStatus }[]; since: string | null }[];
    documents: { id: string; ordinal: number; title: string; parties: string[] }[];
    sources: { id: string; kind: SourceKind; adoptedAt: string; fileName: string; sha256: string }[];
    abilities: { requestReport: boolean };
  };
  MeasureRow: { id: string; meetingId: string; areaId: string; areaOrdinal: number; areaTitle: string; ordinal: number; title: string; script: Script; status: MeasureStatus; awaitingPartyId: string | null; light: Light; lightReason: LightReason; lightDays: number | null; dueOn: string | null; tracks: { partyId: string; status: TrackStatus; lead: components['schemas']['OrganisationRef'] | null }[]; lastCleared: { at: string; partyId: string } | null; own: { lead: components['schemas']['OrganisationRef'] | null; published: boolean; internalDueOn: string | null; pending: UpdateState | null } | null; abilities: { assign: boolean; writeUpdate: boolean } };
  MeasurePage: { items: components['schemas']['MeasureRow'][]; next: string | null; totals?: components['schemas']['LightCounts'] & { count: number; complete: boolean } };
  Evidence: { id: string; title: string; fileName: string; mediaType: string; bytes: number; sha256: string; state: EvidenceState; scanned: boolean; disclose: boolean; at: string };
  Update: { id: string; state: UpdateState; status: TrackStatus; text: string; nextStep: string; organisation: components['schemas']['OrganisationRef']; author: components['schemas']['PersonRef']; submittedAt: string | null; returnedReason: string | null; version: number; evidence: components['schemas']['Evidence'][]; abilities: { edit: boolean; submit: boolean; endorse: boolean; return: boolean; clear: boolean; withdraw: boolean } };
  Neighbour: { id: string; areaOrdinal: number; ordinal: number };
  TimelineEntry: { kind: 'update'; id: string; partyId: string; organisation: components['schemas']['OrganisationRef']; status: TrackStatus; text: string; nextStep: string | null; at: string; evidence: { id: string; title: string; fileName: string; mediaType: string; bytes: number }[]; correctsId: string | null } | { kind: 'due_date'; id: string; from: string | null; to: string; at: string; partyId: string; reason: string };
  DueDateChange: { id: string; partyId: string; from: string | null; dueOn: string; reason: string; state: DueDateChangeState; proposedAt: string; answeredAt: string | null; answerReason: string | null; version: number; abilities: { agree: boolean; decline: boolean; withdraw: boolean } };
  Assignment: { lead: components['schemas']['OrganisationRef']; supporting: components['schemas']['OrganisationRef'][]; officers: components['schemas']['PersonRef'][]; internalDueOn: string | null; publishedAt: string | null; changedSincePublished: boolean; version: number };
  Measure: Omit<components['schemas']['MeasureRow'], 'tracks' | 'own' | 'abilities'> & {
    text: string; source: { id: string; kind: SourceKind; fileName: string | null; adoptedAt: string; start: number; end: number }; mechanism: components['schemas']['MechanismRef']; meeting: { id: string; title: string; ordinal: number; heldOn: string }; area: { id: string; ordinal: number; title: string };
    previous: components['schemas']['Neighbour'] | null; next: components['schemas']['Neighbour'] | null; dueKind: DueKind; dueWording: string | null;
    tracks: { partyId: string; status: TrackStatus; nextStep: string | null; lead: components['schemas']['OrganisationRef'] | null; supporting: components['schemas']['OrganisationRef'][]; lastClearedAt: string | null }[];
    timeline: components['schemas']['TimelineEntry'][]; dueDateChanges: components['schemas']['DueDateChange'][];
    own: null | { assignment: components['schemas']['Assignment'] | null; updates: components['schemas']['Update'][] };
    abilities: { assign: boolean; publishAssignment: boolean; writeUpdate: boolean; proposeDueDate: boolean };
  };
  WorkItem: { kind: 'due' | 'returned' | 'clear' | 'endorse' | 'update' | 'answer_due_date'; measureId: string; areaOrdinal: number; ordinal: number; title: string; meeting: { id: string; ordinal: number; title: string; mechanismId: string; mechanismName: Trilingual }; on: string | null; days: number | null; updateId: string | null; reason: string | null; light: Light; lightReason: LightReason };
  MyWork: { today: string; items: components['schemas']['WorkItem'][]; overdue: number; recent: { measureId: string; title: string; number: string; partyId: string; organisation: components['schemas']['OrganisationRef']; at: string; text: string }[] };
  Import: { id: string; state: ImportState; fileName: string | null; kind: SourceKind; text: string; draft: Draft; mechanismId: string | null; mechanisms: components['schemas']['Mechanism'][]; meetingId: string | null; createdAt: string; version: number; abilities: { edit: boolean; adopt: boolean; discard: boolean }; problems: { code: string; message: string }[] };
  Report: { id: string; meeting: { id: string; title: string; ordinal: number; mechanismId: string }; audience: Audience; language: Language; state: ReportState; progress: number; bytes: number | null; fileName: string; requestedBy: components['schemas']['PersonRef']; createdAt: string; readyAt: string | null; errorCode: string | null };
  Mail: { id: string; to: { name: string; email: string }; subject: string; kind: string; language: Language; state: 'outbox' | 'queued' | 'sending' | 'sent' | 'failed'; at: string };
  MailContent: components['schemas']['Mail'] & { html: string; text: string };
  Activity: { id: string; at: string; joint: boolean; party: components['schemas']['Party'] | null; organisation: components['schemas']['OrganisationRef'] | null; person: components['schemas']['PersonRef'] | null; verb: string; measure: { id: string; areaOrdinal: number; ordinal: number; title: string } | null; meeting: { id: string; title: string } | null; changes: Record<string, unknown> };
}; }

type S = components['schemas'];
type Json<T> = { content: { 'application/json': T } };
type Sent<Body> = [Body] extends [never] ? { requestBody?: never } : { requestBody: Json<Body> };
type Op<Ok, Body = never, Query = never, Path = never> = Sent<Body> & {
  parameters: { query?: Query; header?: never; path: Path; cookie?: never };
  responses: { 200: { headers: Record<string, unknown> } & Json<Ok> };
};
type OpNoPath<Ok, Body = never, Query = never> = Omit<Op<Ok, Body, Query>, 'parameters'> & { parameters: { query?: Query; header?: never; path?: never; cookie?: never } };
type Id = { id: string };
type Page<T> = { items: T[]; next: string | null };

export interface paths {
  '/api/session': { get: OpNoPath<S['Session']>; post: OpNoPath<S['Session'], { email: string; password: string }>; delete: OpNoPath<never>; patch: OpNoPath<S['Session'], { language: Language }> };
  '/api/demo': { get: OpNoPath<S['Demo']> };
  '/api/mechanisms': { get: OpNoPath<{ items: S['Mechanism'][] }> };
  '/api/meetings/{id}': { get: Op<S['Meeting'], never, never, Id> };
  '/api/measures': { get: OpNoPath<S['MeasurePage'], never, { meeting?: string; mechanism?: string; area?: string; status?: string; light?: string; lead?: string; due?: string; q?: string; mine?: boolean; after?: string; limit?: number }> };
  '/api/measures/{id}': { get: Op<S['Measure'], never, never, Id> };
  '/api/measures/{id}/assignment': { put: Op<S['Measure'], { leadId: string | null; supportingIds: string[]; officerIds: string[]; internalDueOn: string | null }, never, Id> };
  '/api/measures/{id}/assignment/publish': { post: Op<S['Measure'], never, never, Id> };
  '/api/assignments': { post: OpNoPath<{ done: string[]; failed: { id: string; code: string; detail: string }[] }, { measureIds: string[]; leadId: string; publish: boolean }> };
  '/api/organisations': { get: OpNoPath<{ items: S['Organisation'][] }, never, { party?: string }> };
  '/api/organisations/{id}/people': { get: Op<{ items: S['PersonRef'][] }, never, never, Id> };
  '/api/measures/{id}/updates': { post: Op<S['Update'], { status: TrackStatus; text: string; nextStep: string }, never, Id> };
  '/api/updates/{id}': { patch: Op<S['Update'], { status?: TrackStatus; text?: string; nextStep?: string }, never, Id> };
  '/api/updates/{id}/submit': { post: Op<S['Update'], never, never, Id> };
  '/api/updates/{id}/endorse': { post: Op<S['Update'], never, never, Id> };
  '/api/updates/{id}/withdraw': { post: Op<S['Update'], never, never, Id> };
  '/api/updates/{id}/return': { post: Op<S['Update'], { reason: string }, never, Id> };
  '/api/updates/{id}/clear': { post: Op<S['Update'], { disclose: string[] }, never, Id> };
  '/api/evidence/{id}': { delete: Op<never, never, never, Id> };
  '/api/measures/{id}/due-date-changes': { post: Op<S['Measure'], { dueOn: string; reason: string }, never, Id> };
  '/api/due-date-changes/{id}/agree': { post: Op<S['Measure'], never, never, Id> };
  '/api/due-date-changes/{id}/decline': { post: Op<S['Measure'], { reason: string }, never, Id> };
  '/api/due-date-changes/{id}/withdraw': { post: Op<S['Measure'], never, never, Id> };
  '/api/my-work': { get: OpNoPath<S['MyWork']> };
  '/api/imports': { get: OpNoPath<{ items: S['Import'][] }>; post: OpNoPath<S['Import'], { text: string; fileName?: string }> };
  '/api/imports/{id}': { get: Op<S['Import'], never, never, Id>; put: Op<S['Import'], { draft: Draft; mechanismId: string | null }, never, Id> };
  '/api/imports/{id}/adopt': { post: Op<{ meetingId: string }, never, never, Id> };
  '/api/imports/{id}/discard': { post: Op<S['Import'], never, never, Id> };
  '/api/meetings/{id}/reports': { post: Op<S['Report'], { audience: Audience; language: Language }, never, Id> };
  '/api/reports': { get: OpNoPath<Page<S['Report']>, never, { meeting?: string; after?: string }> };
  '/api/reports/{id}': { get: Op<S['Report'], never, never, Id> };
  '/api/mails': { get: OpNoPath<Page<S['Mail']>, never, { after?: string }> };
  '/api/mails/{id}': { get: Op<S['MailContent'], never, never, Id> };
  '/api/activity': { get: OpNoPath<Page<S['Activity']>, never, { mechanism?: string; meeting?: string; measure?: string; after?: string }> };
}
