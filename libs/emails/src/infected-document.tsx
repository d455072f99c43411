import type { Language } from '#i18n/language';
import { emails, type EmailText } from '#i18n/messages/emails';
import { translate } from '#i18n/translate';
import { render } from 'react-email';
import { Action, Facts, Letter, Paragraph } from './letter.js';
import type { RenderedMail } from './measure-due.js';
import { oneLine, plain } from './plain.js';

/** A virus was found in a file on a signed document. The document is named, and the file is not. */
export interface InfectedDocumentProps {
  recipient: string;
  meeting: string;
  document: string;
  /** Address of the document on its meeting's page. */
  link: string;
}

export async function renderInfectedDocument(
  { link, ...props }: InfectedDocumentProps,
  language: Language,
): Promise<RenderedMail> {
  const t = (key: EmailText, params = {}) => translate(emails, language, key, params);
  const [recipient, title] = [oneLine(props.recipient), oneLine(props.document)];
  const subject = t('infectedDocument.subject', { title });
  const lead = t('infectedDocument.lead');
  const footer = t('infected.footer');
  const facts = [
    { label: t('measureDue.meeting'), value: oneLine(props.meeting) },
    { label: t('infectedDocument.document'), value: title },
  ];
  const action = t('infectedDocument.open');
  const html = await render(
    <Letter language={language} subject={subject} preview={lead} recipient={recipient} footer={footer}>
      <Paragraph>{lead}</Paragraph>
      <Facts facts={facts} />
      <Action href={link}>{action}</Action>
    </Letter>,
  );
  return { subject, html, text: plain(language, { recipient, lead, facts, action, link, footer }) };
}
