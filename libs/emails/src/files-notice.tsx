import { formatDateWithWeekday } from '#i18n/dates';
import type { Language } from '#i18n/language';
import { emails, type EmailText } from '#i18n/messages/emails';
import { type Params, translate } from '#i18n/translate';
import { render } from 'react-email';
import { Action, Facts, Letter, Paragraph } from './letter.js';
import type { RenderedMail } from './measure-due.js';
import { oneLine, plain } from './plain.js';

/** Stored files differ from what their rows say: how many, and not which. */
export interface FilesNoticeProps {
  recipient: string;
  count: number;
  /** Day of the comparison, 'YYYY-MM-DD'. */
  on: string;
  /** Address of the product. */
  link: string;
}

export async function renderFilesNotice(
  { count, on, link, ...props }: FilesNoticeProps,
  language: Language,
): Promise<RenderedMail> {
  const t = (key: EmailText, params?: Params) => translate(emails, language, key, params);
  const recipient = oneLine(props.recipient);
  const subject = t(count === 1 ? 'files.subject_one' : 'files.subject_other', { count });
  const [lead, footer, action] = [t('files.lead'), t('files.footer'), t('files.open')];
  const facts = [
    { label: t('files.count'), value: String(count) },
    { label: t('files.on'), value: formatDateWithWeekday(on, language) },
  ];
  const html = await render(
    <Letter language={language} subject={subject} preview={lead} recipient={recipient} footer={footer}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      <Action href={link}>{action}</Action>
    </Letter>,
  );
  return { subject, html, text: plain(language, { recipient, lead, facts, action, link, footer }) };
}
