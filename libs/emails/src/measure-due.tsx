import { formatDateWithWeekday } from '#i18n/dates';
import type { Language } from '#i18n/language';
import { emails, type EmailText } from '#i18n/messages/emails';
import { type Params, translate } from '#i18n/translate';
import { render } from 'react-email';
import { Action, Facts, Letter, Paragraph } from './letter.js';
import { oneLine, plain } from './plain.js';

/** A reminder that a measure is due soon, today, or was. Everything is in the reader's language but the signed title. */
export interface MeasureDueProps {
  recipient: string;
  meeting: string;
  measure: {
    /** 一.2, in English 1.2. */
    number: string;
    title: string;
    /** BCP 47; the title stands in the script it was signed in. */
    lang: string;
  };
  /** The date both sides agreed and the day the mail is written, 'YYYY-MM-DD'. */
  dueOn: string;
  today: string;
  /** Working days from today to the due date in the recipient's calendar; negative when it has passed. */
  workingDays: number;
  leadUnit: string;
  /** The officer on leave in whose place the recipient is reminded; null for his own. */
  inPlaceOf: string | null;
  /** Address of the measure's page. */
  link: string;
}

export interface RenderedMail {
  subject: string;
  html: string;
  text: string;
}

export async function renderMeasureDue(props: MeasureDueProps, language: Language): Promise<RenderedMail> {
  const t = (key: EmailText, params?: Params) => translate(emails, language, key, params);
  const due = relative(props, t);
  const title = oneLine(props.measure.title);
  const subject = t('measureDue.subject', { number: props.measure.number, title, due });
  const lead = t(props.dueOn < props.today ? 'measureDue.leadOverdue' : 'measureDue.leadDue', { due });
  const dueOn = formatDateWithWeekday(props.dueOn, language);
  const recipient = oneLine(props.recipient);
  const footer = t('measureDue.footer');
  const facts = [
    { label: t('measureDue.meeting'), value: oneLine(props.meeting) },
    { label: t('measureDue.measure'), value: `${props.measure.number} ${title}`, lang: props.measure.lang },
    { label: t('measureDue.dueOn'), value: language === 'en' ? `${dueOn} (${due})` : `${dueOn}，${due}` },
    { label: t('measureDue.leadUnit'), value: oneLine(props.leadUnit) },
    ...(props.inPlaceOf === null
      ? []
      : [{ label: t('measureDue.inPlaceOf'), value: oneLine(props.inPlaceOf) }]),
  ];

  const html = await render(
    <Letter language={language} subject={subject} preview={lead} recipient={recipient} footer={footer}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      <Action href={props.link}>{t('measureDue.open')}</Action>
    </Letter>,
  );
  const { link } = props;
  const action = t('measureDue.open');
  const text = plain(language, { recipient, lead, facts, action, link, footer });
  return { subject, html, text };
}

/** In working days; in days where none lies between, because "in 0 working days" is not yet today. */
function relative(
  { dueOn, today, workingDays }: MeasureDueProps,
  t: (key: EmailText, params?: Params) => string,
): string {
  if (dueOn === today) return t('measureDue.today');
  if (workingDays === 1) return t('measureDue.inOneWorkingDay');
  if (workingDays > 1) return t('measureDue.inWorkingDays', { days: workingDays });
  if (workingDays === -1) return t('measureDue.overdueOneWorkingDay');
  if (workingDays < -1) return t('measureDue.overdueWorkingDays', { days: -workingDays });
  const days = (Date.parse(dueOn) - Date.parse(today)) / 86_400_000;
  if (days === 1) return t('measureDue.inOneDay');
  if (days > 1) return t('measureDue.inDays', { days });
  return days === -1 ? t('measureDue.overdueOneDay') : t('measureDue.overdueDays', { days: -days });
}
