import { createTransport, type NodemailerError } from 'nodemailer';
import { isIP } from 'node:net';
import { types } from 'node:util';

export interface OutgoingMail {
  /** Ours; the Message-ID is made of it, so that a mail sent twice by mistake is recognised as one. */
  id: string;
  /** One line: `Name <address>`. */
  from: string;
  to: { name: string; address: string };
  subject: string;
  html: string;
  text: string;
  /** BCP 47. */
  language: string;
}

export interface Mailer {
  /** Resolves once the server has taken the mail. Throws MailError. */
  send(mail: OutgoingMail): Promise<{ messageId: string }>;
  /** Whether the server answers and lets us in. Throws MailError. */
  verify(): Promise<void>;
}

export class MailError extends Error {
  constructor(
    message: string,
    /** `no`: the server surely has not taken the mail. `unknown`: it may have, so sending again may double it. */
    readonly arrived: 'no' | 'unknown',
    /** Whether the server, or the address itself, rules out that another attempt goes better. */
    readonly permanent: boolean,
    options?: ErrorOptions,
  ) {
    super(message, options);
    this.name = 'MailError';
  }
}

interface Timeouts {
  connectMs: number;
  /** Longest silence of a server in the middle of a mail. */
  silenceMs: number;
}

/** Null where no mail server is configured: mails then stay in the outbox. */
export function createMailer(
  smtpUrl: string | null,
  { connectMs, silenceMs }: Timeouts = { connectMs: 10_000, silenceMs: 60_000 },
): Mailer | null {
  if (smtpUrl === null) return null;
  // One connection a mail: nodemailer's pool sends a mail again when its connection breaks, and people would get two.
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: connectMs,
    greetingTimeout: connectMs,
    dnsTimeout: connectMs,
    socketTimeout: silenceMs,
    // Nothing in a mail may make the server read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  return {
    async send({ id, from, to, subject, html, text, language }) {
      if (!isAddress(to.address)) throw new MailError('not one mail address', 'no', true);
      const messageId = `<${id.replace(/[^A-Za-z0-9-]/g, '')}@${domainOf(from)}>`;
      try {
        await transport.sendMail({
          messageId,
          from,
          to: { name: oneLine(to.name), address: to.address },
          subject: oneLine(subject),
          html,
          text,
          headers: { 'Content-Language': oneLine(language), 'Auto-Submitted': 'auto-generated' },
        });
      } catch (error) {
        throw mailError(error);
      }
      return { messageId };
    },
    async verify() {
      try {
        await transport.verify();
      } catch (error) {
        throw mailError(error);
      }
    },
  };
}

/** Codes of failures before the mail's own words were handed over. */
const beforeTheMail = new Set([
  'EDNS',
  'ETLS',
  'EAUTH',
  'ENOAUTH',
  'EOAUTH2',
  'EENVELOPE',
  'EPROXY',
  'ECONFIG',
  'EREQUIRETLS',
]);
const neverConnected = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH']);

function mailError(cause: unknown): MailError {
  if (!types.isNativeError(cause)) return new MailError(String(cause), 'unknown', false);
  const { code, originalCode, timeoutType, responseCode, permanent, message }: NodemailerError = cause;
  const refused = responseCode !== undefined && responseCode >= 400;
  const early =
    beforeTheMail.has(code ?? '') ||
    neverConnected.has(originalCode ?? '') ||
    (timeoutType !== undefined && timeoutType !== 'SOCKET_TIMEOUT');
  return new MailError(message, refused || early ? 'no' : 'unknown', permanent ?? false, { cause });
}

/** One address, nothing that a mail program could read as two or as the end of a header. */
function isAddress(address: string): boolean {
  return address.length <= 254 && /^[^\s\p{C}<>(),;:"\\[\]@]+@[^\s\p{C}<>(),;:"\\[\]@]+$/u.test(address);
}

function domainOf(from: string): string {
  const domain = /@([A-Za-z0-9.-]+)>?\s*$/.exec(from)?.[1] ?? 'localhost';
  return isIP(domain) ? `[${domain}]` : domain;
}

function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\u2028\u2029]+/gu, ' ').trim();
}
