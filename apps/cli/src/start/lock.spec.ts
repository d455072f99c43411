import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { takeLock } from './lock.js';

/** The lock as another process takes it. */
const holder = `
  const { DatabaseSync } = require('node:sqlite');
  new DatabaseSync(process.argv[1]).exec('begin exclusive');
  console.log('held');
  setInterval(() => {}, 1000);
`;

describe('the lock of an installation', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-lock-'));
  const file = join(folder, 'lock');
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has one holder, and another when that one gives it back', () => {
    const release = takeLock(file);
    expect(release).toBeDefined();
    expect(takeLock(file)).toBeUndefined();
    release?.();
    const again = takeLock(file);
    expect(again).toBeDefined();
    again?.();
  });

  it('is given back by the death of its holder, however sudden', async () => {
    const other = spawn(process.execPath, ['-e', holder, file], { stdio: ['ignore', 'pipe', 'inherit'] });
    await once(other.stdout, 'data');
    expect(takeLock(file)).toBeUndefined();
    other.kill('SIGKILL');
    await once(other, 'exit');
    const release = takeLock(file);
    expect(release).toBeDefined();
    release?.();
  });
});
