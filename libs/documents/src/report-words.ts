import type { Light, LightReason, MeasureStatus, TrackStatus, UpdateState } from '#contracts/status';
import { formatDate } from '#i18n/dates';
import { type Language, named } from '#i18n/language';
import { documents, type DocumentText } from '#i18n/messages/documents';
import { domain } from '#i18n/messages/domain';
import { type Params, translate } from '#i18n/translate';
import type { ReportSide } from './report-data.js';

type CountedText = DocumentText extends infer Key ? (Key extends `${infer Base}_one` ? Base : never) : never;

export type ReportWords = ReturnType<typeof reportWords>;

/** The report's words in its language: nothing here decides what is shown. */
export function reportWords(language: Language, sides: readonly ReportSide[]) {
  const t = (key: DocumentText, params?: Params) => translate(documents, language, key, params);
  const counted = (key: CountedText, count: number, params?: Params) =>
    t(`${key}_${count === 1 ? 'one' : 'other'}`, { ...params, count });
  const side = ({ name, mark }: ReportSide) =>
    translate(domain, language, 'side.name', { name: named(name, language), mark: named(mark, language) });

  return {
    language,
    t,
    counted,
    side,
    date: (date: string) => formatDate(date, language),
    list: (items: readonly string[]) => items.join(t('report.listSeparator')),
    /** Clauses as one sentence each, the way the language joins them. */
    sentences: (clauses: readonly string[]) =>
      clauses.map((clause) => clause + t('report.stop')).join(t('report.sentenceSpace')),
    lead: ({ jurisdiction }: ReportSide) =>
      translate(domain, language, jurisdiction === 'HK' ? 'lead.hk' : 'lead.mainland'),
    supporting: ({ jurisdiction }: ReportSide) =>
      translate(domain, language, jurisdiction === 'HK' ? 'supporting.hk' : 'supporting.mainland'),
    trackStatus: (status: TrackStatus) => translate(domain, language, `status.${status}`),
    updateState: (state: UpdateState) => translate(domain, language, `update.${state}`),
    measureStatus: (status: MeasureStatus, awaitingPartyId: string | null) =>
      measureStatus(
        language,
        status,
        sides.find(({ partyId }) => partyId === awaitingPartyId),
        side,
      ),
    light: (light: Light) => translate(domain, language, `light.${light}`),
    reason: (reason: LightReason, days: number | null) => lightReason(language, reason, days),
  };
}

function measureStatus(
  language: Language,
  status: MeasureStatus,
  awaiting: ReportSide | undefined,
  side: (party: ReportSide) => string,
): string {
  switch (status) {
    case 'awaiting_confirmation':
      return awaiting
        ? translate(domain, language, 'measure.awaiting', { side: side(awaiting) })
        : translate(domain, language, 'measure.awaiting_either');
    case 'completed':
    case 'closed':
    case 'dropped':
      return translate(domain, language, `measure.${status}`);
    default:
      return translate(domain, language, `status.${status}`);
  }
}

function lightReason(language: Language, reason: LightReason, days: number | null): string {
  const count = Math.abs(days ?? 0);
  const form = count === 1 ? 'one' : 'other';
  switch (reason) {
    case 'overdue':
      return translate(domain, language, `reason.overdue_${form}`, { count });
    case 'due_soon':
      return count === 0
        ? translate(domain, language, 'reason.due_today')
        : translate(domain, language, `reason.due_soon_${form}`, { count });
    case 'stale':
      return days === null
        ? translate(domain, language, 'reason.never')
        : translate(domain, language, `reason.stale_${form}`, { count });
    default:
      return translate(domain, language, `reason.${reason}`);
  }
}
