import type {
  Audience,
  ConfirmationKind,
  DocumentState,
  EvidenceFilter,
  Light,
  MeasureStatus,
  TrackStatus,
} from '#contracts/status';
import type { Language } from '#i18n/language';
import { at, client, content, rememberToken, seenAt } from './client';
import type { components } from './schema';
import type { Measure, Session } from './types';

type Schemas = components['schemas'];

async function remembered(session: Promise<Session>): Promise<Session> {
  const got = await session;
  rememberToken(got.csrfToken);
  return got;
}

export const getSession = () => remembered(content(client.GET('/api/session')));
export const signIn = (body: { email: string; password: string }) =>
  remembered(content(client.POST('/api/session', { body })));
export const signOut = () => content(client.DELETE('/api/session'));
export const setLanguage = (language: Language) =>
  remembered(content(client.PATCH('/api/session', { body: { language } })));
export const getDemo = () => content(client.GET('/api/demo'));

export const getMechanisms = () => content(client.GET('/api/mechanisms'));
export const setThresholds = (
  id: string,
  version: number,
  body: { warningDays: number; freshnessDays: number },
) => content(client.PUT('/api/mechanisms/{id}/thresholds', { ...seenAt(id, version), body }));
export const getMeeting = (id: string) => content(client.GET('/api/meetings/{id}', at(id)));
export const addDocument = (meeting: string, body: { title: string; parties: string[]; signedOn: string }) =>
  content(client.POST('/api/meetings/{id}/documents', { ...at(meeting), body }));
export const changeDocument = (
  id: string,
  version: number,
  body: { state?: DocumentState; fulfils?: string[] },
) => content(client.PATCH('/api/documents/{id}', { ...seenAt(id, version), body }));
export const getOrganisations = (party?: string) =>
  content(client.GET('/api/organisations', { params: { query: party === undefined ? {} : { party } } }));
export const getPeople = (organisation: string) =>
  content(client.GET('/api/organisations/{id}/officers', at(organisation)));

export interface MeasureFilter {
  meeting?: string;
  mechanism?: string;
  area?: string;
  status?: MeasureStatus;
  light?: Light;
  lead?: string;
  due?: 'overdue' | 'soon' | 'none';
  q?: string;
  mine?: boolean;
}

export const getMeasures = (filter: MeasureFilter, after: string | null, limit: number) =>
  content(
    client.GET('/api/measures', { params: { query: { ...filter, limit, ...(after ? { after } : {}) } } }),
  );
/** The description gives a timeline's entries all fields of both kinds; each has its own. */
const asMeasure = async (answer: Promise<object>) => (await answer) as Measure;
export const getMeasure = (id: string) => asMeasure(content(client.GET('/api/measures/{id}', at(id))));

export interface AssignmentInput {
  leadId: string;
  supportingIds: string[];
  officerIds: string[];
  internalDueOn: string | null;
}

export const saveAssignment = (id: string, version: number, body: AssignmentInput) =>
  asMeasure(content(client.PUT('/api/measures/{id}/assignment', { ...seenAt(id, version), body })));
export const publishAssignment = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/measures/{id}/assignment/publish', seenAt(id, version))));
export const unpublishAssignment = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/measures/{id}/assignment/unpublish', seenAt(id, version))));
export const setApplicable = (id: string, body: { applicable: boolean; reason: string }) =>
  asMeasure(content(client.POST('/api/measures/{id}/applicability', { ...at(id), body })));

export interface Seen {
  id: string;
  version: number;
}
export const assignMany = (body: { measures: Seen[]; leadId: string; publish: boolean }) =>
  content(client.POST('/api/assignments', { body }));
export const setInternalDates = (body: { measures: Seen[]; internalDueOn: string | null }) =>
  content(client.POST('/api/internal-dates', { body }));
export const proposeDueDates = (body: { measureIds: string[]; dueOn: string; reason: string }) =>
  content(client.POST('/api/due-date-changes', { body }));
export const askMany = (body: { measureIds: string[] }) => content(client.POST('/api/asks', { body }));
export const clearMany = (body: { updates: Seen[]; withEvidence: boolean }) =>
  content(client.POST('/api/clearings', { body }));
export const returnMany = (body: { updates: Seen[]; reason: string }) =>
  content(client.POST('/api/returns', { body }));

export interface UpdateInput {
  status: TrackStatus;
  text: string;
  nextStep: string;
  difficulties: string;
  request: string;
  periodFrom: string | null;
  periodTo: string | null;
  correctsId: string | null;
}

export const writeUpdate = (measure: string, body: UpdateInput) =>
  content(client.POST('/api/measures/{id}/updates', { ...at(measure), body }));
export const getUpdate = (id: string) => content(client.GET('/api/updates/{id}', at(id)));
export const editUpdate = (id: string, version: number, body: UpdateInput) =>
  content(client.PATCH('/api/updates/{id}', { ...seenAt(id, version), body }));
export const submitUpdate = (id: string, version: number) =>
  content(client.POST('/api/updates/{id}/submit', seenAt(id, version)));
export const endorseUpdate = (id: string, version: number) =>
  content(client.POST('/api/updates/{id}/endorse', seenAt(id, version)));
export const withdrawUpdate = (id: string, version: number) =>
  content(client.POST('/api/updates/{id}/withdraw', seenAt(id, version)));
export const returnUpdate = (id: string, version: number, reason: string) =>
  content(client.POST('/api/updates/{id}/return', { ...seenAt(id, version), body: { reason } }));
export const clearUpdate = (id: string, version: number, disclose: string[]) =>
  content(client.POST('/api/updates/{id}/clear', { ...seenAt(id, version), body: { disclose } }));

/** What a piece of evidence hangs on. */
export interface EvidencePlace {
  of: 'updates' | 'actions' | 'measures' | 'signed-documents';
  id: string;
}
/** What can be asked for all that hangs on it. */
export type HoldingPlace = EvidencePlace & { of: 'measures' | 'signed-documents' };
type EvidenceInput = Schemas['EvidenceInputDto'];
const attach = ({ of, id }: EvidencePlace, body: EvidenceInput) => {
  switch (of) {
    case 'updates':
      return content(client.POST('/api/updates/{id}/evidence', { ...at(id), body }));
    case 'actions':
      return content(client.POST('/api/actions/{id}/evidence', { ...at(id), body }));
    case 'measures':
      return content(client.POST('/api/measures/{id}/evidence', { ...at(id), body }));
    case 'signed-documents':
      return content(client.POST('/api/signed-documents/{id}/evidence', { ...at(id), body }));
  }
};
/** By what the browser takes the file for; whoever sends it can say it better afterwards. */
const kindOf = ({ type }: File): EvidenceInput['kind'] =>
  type.startsWith('image/') ? 'photo' : type.startsWith('video/') ? 'video' : 'other';
export const announceEvidence = (place: EvidencePlace, file: File) =>
  attach(place, { kind: kindOf(file), file: { name: file.name, bytes: file.size } });
export const attachLink = (place: EvidencePlace, url: string, title: string) =>
  attach(place, { kind: 'link', url, title });
export const changeEvidence = (
  id: string,
  version: number,
  body: Pick<EvidenceInput, 'title' | 'kind' | 'documentOn' | 'expiresOn'>,
) => content(client.PATCH('/api/evidence/{id}', { ...seenAt(id, version), body }));
export const reviseEvidence = (id: string, file: File) =>
  content(
    client.POST('/api/evidence/{id}/revisions', {
      ...at(id),
      body: { file: { name: file.name, bytes: file.size } },
    }),
  );
export const discloseRevision = (id: string, version: number) =>
  content(client.POST('/api/revisions/{id}/disclose', seenAt(id, version)));
export const takeBackRevision = (id: string, reason: string) =>
  content(client.POST('/api/revisions/{id}/take-back', { ...at(id), body: { reason } }));
export const getEvidenceOf = ({ of, id }: HoldingPlace) =>
  of === 'measures'
    ? content(client.GET('/api/measures/{id}/evidence', at(id)))
    : content(client.GET('/api/signed-documents/{id}/evidence', at(id)));
export const getEvidenceList = (meeting: string, state: EvidenceFilter | undefined, after: string | null) =>
  content(
    client.GET('/api/meetings/{id}/evidence', {
      params: { path: { id: meeting }, query: { ...(state && { state }), ...(after && { after }) } },
    }),
  );
export const getPreview = (revision: string) =>
  content(client.GET('/api/revisions/{id}/preview', at(revision)));
export const pageAddress = (revision: string, page: number) =>
  `/api/revisions/${revision}/preview/file?page=${page}`;
export const archiveAddress = (revisions: string[]) => `/api/evidence-archive?ids=${revisions.join()}`;
export const getEvidence = (id: string) => content(client.GET('/api/evidence/{id}', at(id)));
export const removeEvidence = (id: string, version: number) =>
  content(client.DELETE('/api/evidence/{id}', seenAt(id, version)));
export const fileAddress = (revision: string) => `/api/revisions/${revision}/file`;

export const proposeDueDate = (measure: string, body: { dueOn: string; reason: string }) =>
  asMeasure(content(client.POST('/api/measures/{id}/due-date-changes', { ...at(measure), body })));
export const agreeDueDate = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/due-date-changes/{id}/agree', seenAt(id, version))));
export const declineDueDate = (id: string, version: number, reason: string) =>
  asMeasure(
    content(client.POST('/api/due-date-changes/{id}/decline', { ...seenAt(id, version), body: { reason } })),
  );
export const withdrawDueDate = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/due-date-changes/{id}/withdraw', seenAt(id, version))));

export const proposeConfirmation = (measure: string, body: { kind: ConfirmationKind; reason: string }) =>
  asMeasure(content(client.POST('/api/measures/{id}/confirmations', { ...at(measure), body })));
export const confirm = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/confirmations/{id}/confirm', seenAt(id, version))));
export const declineConfirmation = (id: string, version: number, reason: string) =>
  asMeasure(
    content(client.POST('/api/confirmations/{id}/decline', { ...seenAt(id, version), body: { reason } })),
  );
export const withdrawConfirmation = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/confirmations/{id}/withdraw', seenAt(id, version))));

export const draftAnswer = (id: string, version: number, text: string) =>
  asMeasure(content(client.PUT('/api/requests/{id}/draft', { ...seenAt(id, version), body: { text } })));
export const clearAnswer = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/requests/{id}/answer', seenAt(id, version))));
export const withdrawRequest = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/requests/{id}/withdraw', seenAt(id, version))));

export interface ActionInput {
  title: string;
  range: number[];
  leadId: string | null;
  internalDueOn: string | null;
  doneOn: string | null;
}
export const getSuggestedActions = (measure: string) =>
  content(client.GET('/api/measures/{id}/suggested-actions', at(measure)));
export const planAction = (measure: string, body: ActionInput) =>
  asMeasure(content(client.POST('/api/measures/{id}/actions', { ...at(measure), body })));
export const changeAction = (id: string, version: number, body: ActionInput) =>
  asMeasure(content(client.PUT('/api/actions/{id}', { ...seenAt(id, version), body })));
export const removeAction = (id: string, version: number) =>
  asMeasure(content(client.DELETE('/api/actions/{id}', seenAt(id, version))));
export const shareAction = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/actions/{id}/share', seenAt(id, version))));
export const withdrawAction = (id: string, version: number) =>
  asMeasure(content(client.POST('/api/actions/{id}/withdraw', seenAt(id, version))));

export interface NoteInput {
  text: string;
  mentionIds: string[];
}
export const writeNote = (measure: string, body: NoteInput & { officeOnly: boolean }) =>
  asMeasure(content(client.POST('/api/measures/{id}/notes', { ...at(measure), body })));
export const editNote = (id: string, version: number, body: NoteInput) =>
  asMeasure(content(client.PATCH('/api/notes/{id}', { ...seenAt(id, version), body })));
export const removeNote = (id: string, version: number) =>
  asMeasure(content(client.DELETE('/api/notes/{id}', seenAt(id, version))));
export const seeMention = (id: string) => asMeasure(content(client.POST('/api/mentions/{id}/see', at(id))));

export const getColleagues = (q: string) =>
  content(client.GET('/api/colleagues', { params: { query: q === '' ? {} : { q } } }));

export const getLeaves = () => content(client.GET('/api/leaves'));
export const setLeave = (body: { personId: string; substituteId: string; fromOn: string; toOn: string }) =>
  content(client.POST('/api/leaves', { body }));
export const endLeave = (id: string, version: number) =>
  content(client.DELETE('/api/leaves/{id}', seenAt(id, version)));

export const getMyWork = () => content(client.GET('/api/my-work'));

export const sourceAddress = (id: string) => `/api/sources/${id}/file`;

export const requestReport = (meeting: string, body: { audience: Audience; language: Language }) =>
  content(client.POST('/api/meetings/{id}/reports', { ...at(meeting), body }));
export const getReports = (meeting: string | undefined, after: string | null) =>
  content(
    client.GET('/api/reports', {
      params: { query: { ...(meeting ? { meeting } : {}), ...(after ? { after } : {}) } },
    }),
  );
export const reportAddress = (id: string) => `/api/reports/${id}/file`;

export const getMails = (after: string | null) =>
  content(client.GET('/api/mails', { params: { query: after ? { after } : {} } }));
export const getMail = (id: string) => content(client.GET('/api/mails/{id}', at(id)));

export interface ActivityFilter {
  mechanism?: string;
  meeting?: string;
  measure?: string;
}
export const getActivity = (filter: ActivityFilter, after: string | null) =>
  content(client.GET('/api/activity', { params: { query: { ...filter, ...(after ? { after } : {}) } } }));

export const getLedgers = (mechanism: string | undefined) =>
  content(client.GET('/api/ledgers', { params: { query: mechanism === undefined ? {} : { mechanism } } }));
/** One part of a verification; the server looks at no more than so many rows at once. */
export const verifyLedger = (id: string, from: number, signal: AbortSignal) =>
  content(
    client.GET('/api/ledgers/{id}/verification', {
      params: { path: { id }, query: { from } },
      signal,
    }),
  );
