import type {
  Audience,
  Light,
  LightReason,
  MeasureStatus,
  TrackStatus,
  UpdateState,
} from '#contracts/status';
import type { Language, Script, Trilingual } from '#i18n/language';

export interface ReportSide {
  partyId: string;
  name: Trilingual;
  /** One character that stands for the side: 港, 渝; HK, CQ. */
  mark: Trilingual;
  jurisdiction: 'HK' | 'CN';
}

/** One side's handling of a measure, as the joint record has it. */
export interface ReportTrack {
  partyId: string;
  status: TrackStatus;
  /** Null while it is not published. */
  lead: Trilingual | null;
  supporting: Trilingual[];
  nextStep: string | null;
  /** The newest cleared update; `on` is the day it was cleared. */
  latest: { text: string; on: string } | null;
}

/** What only the report's own side may read of a measure. */
export interface ReportOwn {
  lead: Trilingual | null;
  supporting: Trilingual[];
  internalDueOn: string | null;
  pending: { state: UpdateState; text: string } | null;
}

export interface ReportMeasure {
  ordinal: number;
  title: string;
  text: string;
  status: MeasureStatus;
  awaitingPartyId: string | null;
  light: Light;
  lightReason: LightReason;
  lightDays: number | null;
  /** The working date that both sides agreed. */
  dueOn: string | null;
  tracks: ReportTrack[];
  /** Not printed in a joint report, whatever is here. */
  own: ReportOwn | null;
}

export interface ReportArea {
  ordinal: number;
  title: string;
  measures: ReportMeasure[];
}

interface Totals {
  areas: number;
  measures: number;
  documents: number;
}

export interface ProgressReportData {
  language: Language;
  audience: Audience;
  /** For audience `side`: whose report it is. */
  partyId: string | null;
  mechanism: Trilingual;
  /** `script`: in which the title, the areas and the measures were signed. */
  meeting: { title: string; script: Script; heldOn: string; place: string };
  sides: [ReportSide, ReportSide];
  /** Calendar date in Hong Kong. */
  generatedOn: string;
  declared: { [Key in keyof Totals]: number | null };
  captured: Totals;
  completion: {
    completed: number;
    countable: number;
    leftOut: { ongoing: number; suspended: number; dropped: number };
  };
  areas: ReportArea[];
  documents: { ordinal: number; title: string; parties: string[] }[];
}
