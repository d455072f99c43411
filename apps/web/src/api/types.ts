import type { Draft } from '#contracts/draft';
import type { components } from './schema';

type Schemas = components['schemas'];

export type Party = Schemas['PartyDto'];
export type OrganisationRef = Schemas['OrganisationDto'];
export type Session = Schemas['SessionDto'];
export type Mechanism = Schemas['MechanismDto'];
export type Meeting = Schemas['MeetingDto'];
export type MeasureRow = Schemas['MeasureRowDto'];
export type Confirmation = Schemas['ConfirmationDto'];
export type DueDateChange = Schemas['DueDateChangeDto'];
export type SideRequest = Schemas['RequestDto'];
export type Note = Schemas['NoteDto'];
export type OwnAction = Schemas['OwnActionDto'];
export type SharedAction = Schemas['SharedActionDto'];
export type Update = Schemas['UpdateDto'];
export type Evidence = Schemas['EvidenceDto'];
export type Revision = Schemas['RevisionDto'];
export type EvidenceRow = Schemas['EvidenceRowDto'];
export type DisclosedEvidence = Schemas['DisclosedEvidenceDto'];
export type BulkResult = Schemas['BulkResultDto'];
export type Leave = Schemas['LeaveDto'];
export type LeadPeriod = Schemas['LeadPeriodDto'];
export type MyWork = Schemas['MyWorkDto'];
export type WorkItem = Schemas['WorkItemDto'];
export type Report = Schemas['ReportDto'];
export type Activity = Schemas['ActivityDto'];
export type Ledger = Schemas['LedgerDto'];
export type Verification = Schemas['VerificationDto'];

type Entry = Schemas['TimelineEntryDto'];

/** A cleared update, as both sides read it. */
export interface Cleared extends Required<
  Omit<Entry, 'kind' | 'from' | 'to' | 'reason' | 'of' | 'event' | 'answerReason'>
> {
  kind: 'update';
}

/** A working date that both sides agreed. */
export interface AgreedDate extends Required<
  Pick<Entry, 'id' | 'at' | 'partyId' | 'from' | 'to' | 'reason'>
> {
  kind: 'due_date';
}

/** How a proposal that the measure is complete, or is dropped, ended. */
export interface Decided extends Required<
  Pick<Entry, 'id' | 'at' | 'partyId' | 'of' | 'reason' | 'answerReason'>
> {
  kind: 'confirmation';
  event: Exclude<NonNullable<Entry['event']>, 'proposed'>;
}

/** What the other side answered to a request. */
export interface Answered extends Required<
  Pick<Entry, 'id' | 'at' | 'partyId' | 'organisation' | 'text' | 'reason'>
> {
  kind: 'answer';
}

/** The description cannot say which fields an entry of a kind has; here it can. */
export type Measure = Omit<Schemas['MeasureDto'], 'timeline'> & {
  timeline: (Cleared | AgreedDate | Decided | Answered)[];
};

/** The draft's own type has its ranges as pairs and its codes as words. */
export type Import = Omit<Schemas['ImportDto'], 'draft'> & { draft: Draft };
