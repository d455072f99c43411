import { Clamd, virus } from '#testing/clamd';
import { describeWith } from '#testing/requires';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createScanner, ScannerAwayError } from './scan.js';

const folder = mkdtempSync(join(tmpdir(), 'luoshi-scan-'));
const path = join(folder, 'file');
afterAll(() => rmSync(folder, { recursive: true }));

describeWith(['clamd'], 'the scanner', () => {
  const clamd = new Clamd(2);
  const scanner = createScanner(clamd.url)!;
  beforeAll(() => clamd.start(), 40_000);
  afterAll(() => clamd.remove());

  it('finds nothing in a clean file, and a virus wherever it stands', async () => {
    writeFileSync(path, 'Nothing to be found.');
    expect(await scanner.scan(path)).toEqual({ found: 'nothing' });
    writeFileSync(path, `${'x'.repeat(600_000)}${virus}${'y'.repeat(600_000)}`);
    expect(await scanner.scan(path)).toEqual({ found: 'virus', name: 'Luoshi.Test.UNOFFICIAL' });
  });

  it('says of a file larger than clamd takes that it is too large, and not that it is clean', async () => {
    writeFileSync(path, 'x'.repeat(5_000_000));
    expect(await scanner.scan(path)).toEqual({ found: 'too_large' });
  });

  it('takes a clamd that is gone for no pass', async () => {
    writeFileSync(path, 'Nothing to be found.');
    await clamd.kill();
    await expect(scanner.scan(path)).rejects.toThrow(ScannerAwayError);
    await expect(scanner.ping()).rejects.toThrow(ScannerAwayError);
    await clamd.start();
    expect(await scanner.scan(path)).toEqual({ found: 'nothing' });
  }, 60_000);
});

it('takes somebody else on the port, or one who hangs up, for no pass', async () => {
  writeFileSync(path, 'Nothing to be found.');
  for (const says of ['220 mail.example.org ESMTP\r\n', '']) {
    const server = createServer((socket) => socket.on('error', () => undefined).end(says)).listen(
      0,
      '127.0.0.1',
    );
    await new Promise((resolve) => server.once('listening', resolve));
    const scanner = createScanner(`tcp://127.0.0.1:${(server.address() as AddressInfo).port}`)!;
    await expect(scanner.scan(path)).rejects.toThrow(ScannerAwayError);
    await expect(scanner.ping()).rejects.toThrow(ScannerAwayError);
    server.close();
  }
});
