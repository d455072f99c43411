import { emails } from '#i18n/messages/emails';
import type { Language } from '#i18n/language';
import { translate } from '#i18n/translate';
import type { CSSProperties, ReactNode } from 'react';
import { Body, Container, Head, Html, Link, Preview, Text } from 'react-email';

/** The look of every mail: black on white, hairlines, no image, nothing that a printer or a strict client loses. */
const ink = { text: '#14181d', quiet: '#5c6570', line: '#e0e4e9', accent: '#1a4f94' };

/** One family a language, as office machines have it. */
const fonts: Record<Language, string> = {
  'zh-Hant-HK': "'Noto Sans HK','PingFang HK','Microsoft JhengHei',sans-serif",
  'zh-Hans-CN': "'Noto Sans SC','PingFang SC','Microsoft YaHei',sans-serif",
  en: "'Noto Sans','Segoe UI',Helvetica,Arial,sans-serif",
};

const paragraph: CSSProperties = { margin: '0 0 16px', fontSize: 15, lineHeight: '26px', color: ink.text };

interface LetterProps {
  language: Language;
  subject: string;
  /** What the list of mails shows beside the subject. */
  preview: string;
  recipient: string;
  footer: string;
  children: ReactNode;
}

export function Letter({ language, subject, preview, recipient, footer, children }: LetterProps) {
  return (
    <Html lang={language}>
      <Head>
        <title>{subject}</title>
        <meta name="color-scheme" content="light" />
      </Head>
      <Body
        lang={language}
        style={{ backgroundColor: '#ffffff', margin: 0, padding: '24px 16px', fontFamily: fonts[language] }}
      >
        <Preview useTitleTag={false}>{preview}</Preview>
        <Container style={{ maxWidth: 600, margin: '0 auto', textAlign: 'left' }}>
          <Text style={paragraph}>{translate(emails, language, 'greeting', { name: recipient })}</Text>
          {children}
          <Text
            style={{
              margin: '28px 0 0',
              padding: '12px 0 0',
              borderTop: `1px solid ${ink.line}`,
              fontSize: 13,
              lineHeight: '22px',
              color: ink.quiet,
            }}
          >
            {footer}
          </Text>
        </Container>
      </Body>
    </Html>
  );
}

export function Paragraph({ children }: { children: ReactNode }) {
  return <Text style={paragraph}>{children}</Text>;
}

/** Label and value, line by line; read aloud as a table with row headings. */
export function Facts({ facts }: { facts: { label: string; value: ReactNode; lang?: string }[] }) {
  const cell: CSSProperties = {
    padding: '8px 0',
    borderTop: `1px solid ${ink.line}`,
    fontSize: 15,
    lineHeight: '24px',
    verticalAlign: 'top',
    textAlign: 'left',
    color: ink.text,
  };
  return (
    <table
      width="100%"
      cellPadding={0}
      cellSpacing={0}
      style={{ borderCollapse: 'collapse', margin: '0 0 24px' }}
    >
      <tbody>
        {facts.map(({ label, value, lang }) => (
          <tr key={label}>
            <th
              scope="row"
              style={{
                ...cell,
                width: 96,
                paddingRight: 16,
                fontWeight: 'normal',
                whiteSpace: 'nowrap',
                color: ink.quiet,
              }}
            >
              {label}
            </th>
            <td lang={lang} style={cell}>
              {value}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The one thing to do. Its address stands below in words, for paper and for clients that strip links. */
export function Action({ href, children }: { href: string; children: ReactNode }) {
  return (
    <Text style={{ ...paragraph, margin: 0 }}>
      <Link href={href} style={{ color: ink.accent, textDecoration: 'underline', fontWeight: 600 }}>
        {children}
      </Link>
      <br />
      <span style={{ fontSize: 13, lineHeight: '22px', color: ink.quiet, wordBreak: 'break-all' }}>
        {href}
      </span>
    </Text>
  );
}
