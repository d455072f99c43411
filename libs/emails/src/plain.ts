import type { Language } from '#i18n/language';
import { emails } from '#i18n/messages/emails';
import { translate } from '#i18n/translate';

interface Content {
  recipient: string;
  lead: string;
  facts: { label: string; value: string }[];
  action: string;
  link: string;
  footer: string;
}

/** The text part of a mail about one thing: what the HTML says, line by line. */
export function plain(language: Language, { recipient, lead, facts, action, link, footer }: Content): string {
  const separator = translate(emails, language, 'label.separator');
  return [
    translate(emails, language, 'greeting', { name: recipient }),
    '',
    lead,
    '',
    ...facts.map(({ label, value }) => `${label}${separator}${value}`),
    '',
    `${action}${separator}`.trimEnd(),
    link,
    '',
    '-- ',
    footer,
    '',
  ].join('\n');
}

/** A line break in a name must not begin a line of its own in the subject or the text part. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
