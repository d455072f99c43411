import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { simpleParser } from 'mailparser';
import { SMTPServer, type SMTPServerOptions } from 'smtp-server';
import { createMailer, type OutgoingMail } from './mail.js';

const mail: OutgoingMail = {
  id: '019a7f3e-0000-7000-8000-00000000abcd',
  from: '落實 <luoshi@luoshi.example>',
  to: { name: '李卓然', address: 'officer@hk.example' },
  subject: '九.2 法律專業人才交流與培訓：還有 7 個工作天到期',
  html: '<p lang="zh-Hant-HK">以下合作措施……</p>',
  text: '以下合作措施……',
  language: 'zh-Hant-HK',
};

interface Received {
  raw: string;
  recipients: string[];
}

async function withServer(
  options: SMTPServerOptions,
  run: (url: string, received: Received[]) => Promise<void>,
): Promise<void> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, callback) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        const recipients = session.envelope.rcptTo.map(({ address }) => address);
        received.push({ raw: Buffer.concat(chunks).toString('utf8'), recipients });
        callback();
      });
    },
    ...options,
  });
  // A client that gives up in the middle is part of these tests.
  server.on('error', () => undefined);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.server.address() as AddressInfo;
  try {
    await run(`smtp://127.0.0.1:${port}`, received);
  } finally {
    await new Promise<void>((resolve) => server.close(resolve));
  }
}

async function withSocket(say: (socket: Socket) => void, run: (url: string) => Promise<void>): Promise<void> {
  const sockets: Socket[] = [];
  const server: Server = createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    say(socket);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  try {
    await run(`smtp://127.0.0.1:${(server.address() as AddressInfo).port}`);
  } finally {
    for (const socket of sockets) socket.destroy();
    await new Promise((resolve) => server.close(resolve));
  }
}

const quick = { connectMs: 200, silenceMs: 600 };

describe('the mailer', () => {
  it('is none without a server', () => {
    expect(createMailer(null)).toBeNull();
  });

  it('delivers both parts in Chinese, with an identity that is the same each time', async () => {
    await withServer({}, async (url, received) => {
      const mailer = createMailer(url);
      await mailer?.verify();
      const first = await mailer?.send(mail);
      const second = await mailer?.send(mail);
      expect(first).toEqual({ messageId: '<019a7f3e-0000-7000-8000-00000000abcd@luoshi.example>' });
      expect(second).toEqual(first);
      const parsed = await simpleParser(received[0]?.raw ?? '');
      expect(parsed.messageId).toBe(first?.messageId);
      expect(parsed.subject).toBe(mail.subject);
      expect(parsed.from?.value).toEqual([{ address: 'luoshi@luoshi.example', name: '落實' }]);
      expect(parsed.to).toMatchObject({ value: [mail.to] });
      expect(parsed.html).toBe(mail.html);
      expect(parsed.text?.trim()).toBe(mail.text);
      expect(parsed.headers.get('content-language')).toBe('zh-Hant-HK');
      expect(parsed.headers.get('auto-submitted')).toBe('auto-generated');
    });
  });

  it('lets nobody add a header or a recipient', async () => {
    await withServer({}, async (url, received) => {
      const mailer = createMailer(url);
      await mailer?.send({
        ...mail,
        id: '1\r\nX-Id: evil>',
        subject: 'due\r\nBcc: evil@example.com\r\n\r\nbody',
        to: { name: 'Li\r\nX-Evil: 1" <evil@example.com>, "', address: 'officer@hk.example' },
        language: 'en\r\nX-Language: evil',
      });
      expect(received).toHaveLength(1);
      expect(received[0]?.recipients).toEqual(['officer@hk.example']);
      const { headers, bcc, to } = await simpleParser(received[0]?.raw ?? '');
      expect([...headers.keys()].filter((name) => name.startsWith('x-'))).toEqual([]);
      expect(bcc).toBeUndefined();
      expect(to).toMatchObject({ value: [{ address: 'officer@hk.example' }] });
    });
  });

  it.each([
    ...['', 'nobody', 'a@b@c', 'a@example.com, b@example.com', 'a@example.com\r\nRCPT TO:<b@example.com>'],
    ...[
      'a b@example.com',
      '<a@example.com>',
      'a@example.com;b@example.com',
      `${'a'.repeat(250)}@example.com`,
    ],
  ])('refuses %j as an address before it speaks to the server', async (address) => {
    const mailer = createMailer('smtp://127.0.0.1:9');
    await expect(mailer?.send({ ...mail, to: { name: '', address } })).rejects.toMatchObject({
      arrived: 'no',
      permanent: true,
    });
  });

  it('says that a refused recipient is refused for good', async () => {
    const onRcptTo: SMTPServerOptions['onRcptTo'] = (_address, _session, callback) =>
      callback(Object.assign(new Error('no such user'), { responseCode: 550 }));
    await withServer({ onRcptTo }, async (url) => {
      await expect(createMailer(url)?.send(mail)).rejects.toMatchObject({ arrived: 'no', permanent: true });
    });
  });

  it('says that a busy server may be asked again', async () => {
    const onMailFrom: SMTPServerOptions['onMailFrom'] = (_address, _session, callback) =>
      callback(Object.assign(new Error('try later'), { responseCode: 451 }));
    await withServer({ onMailFrom }, async (url) => {
      await expect(createMailer(url)?.send(mail)).rejects.toMatchObject({ arrived: 'no', permanent: false });
    });
  });

  it('knows that a server which is not there has taken nothing', async () => {
    const mailer = createMailer('smtp://127.0.0.1:9', quick);
    await expect(mailer?.send(mail)).rejects.toMatchObject({ arrived: 'no', permanent: false });
    await expect(mailer?.verify()).rejects.toMatchObject({ arrived: 'no' });
  });

  it('gives up on a server that never greets', async () => {
    await withSocket(
      () => undefined,
      async (url) => {
        await expect(createMailer(url, quick)?.send(mail)).rejects.toMatchObject({ arrived: 'no' });
      },
    );
  });

  it('does not know whether a server that falls silent after the mail has taken it', async () => {
    const onData: SMTPServerOptions['onData'] = (stream) => {
      stream.resume();
    };
    await withServer({ onData, closeTimeout: 100 }, async (url) => {
      await expect(createMailer(url, quick)?.send(mail)).rejects.toMatchObject({
        arrived: 'unknown',
        permanent: false,
      });
    });
  });

  it('does not know either when the line breaks after the mail', async () => {
    const lines = { EHLO: '250 ok', MAIL: '250 ok', RCPT: '250 ok', DATA: '354 go on' };
    const answer = (socket: Socket) => {
      socket.write('220 ready\r\n');
      socket.on('data', (data: Buffer) => {
        const said = data.toString();
        const reply = Object.entries(lines).find(([command]) => said.startsWith(command))?.[1];
        if (reply) socket.write(`${reply}\r\n`);
        else if (said.endsWith('\r\n.\r\n')) socket.destroy();
      });
    };
    await withSocket(answer, async (url) => {
      await expect(createMailer(url, quick)?.send(mail)).rejects.toMatchObject({ arrived: 'unknown' });
    });
  });
});
