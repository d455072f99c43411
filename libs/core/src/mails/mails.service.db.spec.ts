import { PendingJob } from '#core/jobs/pending-job.entity';
import { Db } from '#platform/db';
import { Builder, buildTwoSides } from '#testing/build';
import { useCore } from '#testing/core';
import { useDatabase } from '#testing/database';
import type { AddressInfo } from 'node:net';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { Mail } from './mail.entity.js';
import { MailsService } from './mails.service.js';

const clock = '2026-11-23T09:30+08:00';

const database = useDatabase();
const without = useCore(database, { CLOCK: clock });

let builder: Builder;
let world: Awaited<ReturnType<typeof buildTwoSides>>;

beforeAll(async () => {
  builder = await Builder.open(database);
  world = await buildTwoSides(builder);
});
afterAll(() => builder.close());

const all = () => builder.source.manager;

describe('a mail by SMTP', () => {
  let smtp: SMTPServer;
  let url = '';
  const received: string[] = [];
  let behave: SMTPServerOptions['onData'];
  const environment = { CLOCK: clock, SMTP_URL: '' };

  beforeAll(async () => {
    smtp = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onData: (stream, session, callback) => behave!(stream, session, callback),
    });
    smtp.on('error', () => undefined);
    await new Promise<void>((resolve) => smtp.listen(0, '127.0.0.1', resolve));
    url = `smtp://127.0.0.1:${(smtp.server.address() as AddressInfo).port}`;
    environment.SMTP_URL = url;
  });
  const core = useCore(database, environment);
  afterAll(() => new Promise<void>((resolve) => smtp.close(resolve)));
  beforeEach(() => {
    received.length = 0;
    behave = take;
    return builder.source.query('truncate pending_job');
  });

  const take: SMTPServerOptions['onData'] = (stream, _, callback) => {
    let raw = '';
    stream.on('data', (chunk: Buffer) => (raw += chunk.toString()));
    stream.on('end', () => {
      received.push(/^Message-ID: (.+)$/im.exec(raw)?.[1]?.trim() ?? '');
      callback();
    });
  };
  const refuse =
    (responseCode: number): SMTPServerOptions['onData'] =>
    (stream, _, callback) => {
      stream.resume();
      stream.on('end', () => callback(Object.assign(new Error('refused'), { responseCode })));
    };

  /** A mail that was written and waits to be delivered. */
  async function queued(): Promise<string> {
    const { partyId, personId } = world.left.officer;
    const written = { kind: 'measure-due', partyId, personId, language: 'en', toName: 'Officer' } as const;
    const words = { toAddress: 'officer@hk.example', subject: 'Due', html: '<p>Due</p>', text: 'Due' };
    const id = await core.app
      .get(Db)
      .withActor(world.left.officer, (tx) => core.app.get(MailsService).write(tx, { ...written, ...words }));
    expect(await state(id)).toBe('queued');
    expect(await all().countBy(PendingJob, { name: 'deliver-mail' })).toBe(1);
    return id;
  }
  const state = async (id: string) => (await all().findOneByOrFail(Mail, { id })).state;
  const deliver = (id: string) => core.app.get(MailsService).deliver(id);

  it('goes out once, under an identity that is the mail’s own', async () => {
    const id = await queued();
    await Promise.all([deliver(id), deliver(id), deliver(id)]);
    await deliver(id);
    expect(received).toEqual([`<${id}@localhost>`]);
    expect(await state(id)).toBe('sent');
  });

  it('is tried again when the server turns it down for now', async () => {
    const id = await queued();
    behave = refuse(451);
    await expect(deliver(id)).rejects.toMatchObject({ arrived: 'no' });
    expect(await state(id)).toBe('queued');
    behave = take;
    await deliver(id);
    expect([await state(id), received]).toEqual(['sent', [`<${id}@localhost>`]]);
  });

  it('fails when the server turns it down for good, or for three days', async () => {
    const id = await queued();
    behave = refuse(550);
    await deliver(id);
    expect(await state(id)).toBe('failed');
    await builder.source.query('truncate pending_job');
    const other = await queued();
    await all().update(Mail, other, { createdAt: new Date(Date.parse(clock) - 4 * 86_400_000) });
    behave = refuse(451);
    await deliver(other);
    expect(await state(other)).toBe('failed');
  });

  it('fails, and is not sent again, when the server dies after it was handed over', async () => {
    const id = await queued();
    behave = (stream, session) => {
      stream.resume();
      stream.on('end', () => {
        received.push('perhaps');
        for (const connection of smtp.connections as Set<{
          id: string;
          close: () => void;
          _socket: { destroy: () => void };
        }>)
          if (connection.id === session.id) connection._socket.destroy();
      });
    };
    await deliver(id);
    behave = take;
    await deliver(id);
    expect([await state(id), received]).toEqual(['failed', ['perhaps']]);
  });

  it('fails when the worker died with it in its hands, and not before that is certain', async () => {
    const id = await queued();
    const handedOver = (minutesAgo: number) =>
      all().update(Mail, id, {
        state: 'sending',
        sentAt: new Date(Date.parse(clock) - minutesAgo * 60_000),
      });
    await handedOver(5);
    await core.app.get(MailsService).sweep();
    expect(await state(id)).toBe('sending');
    await deliver(id);
    await handedOver(11);
    await core.app.get(MailsService).sweep();
    expect([await state(id), received]).toEqual(['failed', []]);
  });

  it('moves to the outbox when the mail server was taken away', async () => {
    const id = await queued();
    await without.app.get(MailsService).deliver(id);
    expect(await state(id)).toBe('outbox');
  });
});
