import { CONFIG } from '#core/config';
import { JobsService } from '#core/jobs/jobs.service';
import { Clock } from '#platform/clock';
import { type Config, publicUrl } from '#platform/config';
import { Db, SYSTEM, type Tx } from '#platform/db';
import { MailError, type Mailer } from '#platform/mail';
import { Inject, Injectable } from '@nestjs/common';
import { v7 as uuid } from 'uuid';
import { Mail, type MailState } from './mail.entity.js';

export const MAILER = Symbol('mailer');

/** After this long a mail that is still being handed over died with its worker. */
const handedOverMinutes = 10;

/** For so long a mail is offered to a mail server that is away or turns it down for now. */
const offeredDays = 3;

type Claimed = Pick<Mail, 'subject' | 'html' | 'text' | 'language' | 'createdAt'> & {
  name: string;
  address: string;
};

/** An id of one's own where the same mail must not be written twice. */
type Written = Omit<Mail, 'id' | 'state' | 'createdAt' | 'sentAt'> & { id?: string };

@Injectable()
export class MailsService {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly jobs: JobsService,
    @Inject(CONFIG) private readonly config: Config,
    @Inject(MAILER) private readonly mailer: Mailer | null,
  ) {}

  link(path: string): string {
    return publicUrl(this.config) + path;
  }

  /** Puts a mail into the outbox; with a mail server it is delivered once the transaction is committed. */
  async write(tx: Tx, written: Written): Promise<string> {
    const id = written.id ?? uuid();
    await tx.manager.insert(Mail, {
      ...written,
      id,
      state: this.mailer ? 'queued' : 'outbox',
      createdAt: tx.at,
    });
    if (this.mailer) await this.jobs.request(tx, 'deliver-mail', { id });
    return id;
  }

  /**
   * Hands a mail to the mail server, at most once: it is claimed before, and one whose fate is unknown is not tried
   * again but shown as failed. What surely did not arrive goes back to the queue.
   * @throws MailError when another attempt may go better
   */
  async deliver(id: string): Promise<void> {
    if (!this.mailer) {
      // The mail server was taken away since it was written.
      await this.mark(id, 'queued', 'outbox');
      return;
    }
    const now = this.clock.now();
    const [mail] = await this.db.withActor(SYSTEM, (tx) =>
      tx.query<Claimed>(
        `update mail set state = 'sending', sent_at = $2 where id = $1 and state = 'queued'
         returning to_name as name, to_address as address, subject, html, text, language, created_at as "createdAt"`,
        [id, now],
      ),
    );
    if (!mail) return;
    const { name, address, createdAt, ...content } = mail;
    try {
      await this.mailer.send({ id, from: this.config.MAIL_FROM, to: { name, address }, ...content });
    } catch (error) {
      const stale = now.getTime() - createdAt.getTime() > offeredDays * 86_400_000;
      const retry = error instanceof MailError && error.arrived === 'no' && !error.permanent && !stale;
      await this.mark(id, 'sending', retry ? 'queued' : 'failed');
      if (retry) throw error;
      return;
    }
    await this.mark(id, 'sending', 'sent');
  }

  /** Mails that a worker took with it when it died: they may have arrived, so they are shown and not sent again. */
  async sweep(): Promise<number> {
    const before = new Date(this.clock.now().getTime() - handedOverMinutes * 60_000);
    const rows = await this.db.withActor(SYSTEM, (tx) =>
      tx.query(`update mail set state = 'failed' where state = 'sending' and sent_at < $1 returning id`, [
        before,
      ]),
    );
    return rows.length;
  }

  private async mark(id: string, from: MailState, state: MailState): Promise<void> {
    await this.db.withActor(SYSTEM, (tx) =>
      tx.manager.update(Mail, { id, state: from }, { state, sentAt: tx.at }),
    );
  }
}
