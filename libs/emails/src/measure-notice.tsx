import type { Language } from '#i18n/language';
import { emails, type EmailText } from '#i18n/messages/emails';
import { type Params, translate } from '#i18n/translate';
import { render } from 'react-email';
import { Action, Facts, Letter, Paragraph } from './letter.js';
import type { MeasureDueProps, RenderedMail } from './measure-due.js';
import { oneLine, plain } from './plain.js';

/** Something on a measure waits for its reader. It is named, and none of its words stand in the mail. */
export interface MeasureNoticeProps {
  kind: 'mention' | 'request' | 'ask' | 'infected';
  recipient: string;
  /** Who did it: a person of the own side, or the other side's government. */
  by: string;
  meeting: string;
  measure: MeasureDueProps['measure'];
  /** Address of the measure's page. */
  link: string;
}

export async function renderMeasureNotice(
  { kind, link, ...props }: MeasureNoticeProps,
  language: Language,
): Promise<RenderedMail> {
  const t = (key: EmailText, params?: Params) => translate(emails, language, key, params);
  const [by, title, recipient] = [oneLine(props.by), oneLine(props.measure.title), oneLine(props.recipient)];
  const { number, lang } = props.measure;
  const subject = t(`${kind}.subject`, { number, title, by });
  const lead = t(`${kind}.lead`, { by });
  const footer = t(`${kind}.footer`);
  const facts = [
    { label: t('measureDue.meeting'), value: oneLine(props.meeting) },
    { label: t('measureDue.measure'), value: `${number} ${title}`, lang },
  ];
  const action = t('measureDue.open');
  const html = await render(
    <Letter language={language} subject={subject} preview={lead} recipient={recipient} footer={footer}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      <Action href={link}>{action}</Action>
    </Letter>,
  );
  return { subject, html, text: plain(language, { recipient, lead, facts, action, link, footer }) };
}
