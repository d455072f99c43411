import { execFile } from 'node:child_process';
import { createHash, randomBytes } from 'node:crypto';
import { createWriteStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { ConfigError } from './config.js';
import {
  createStorage,
  FileChangedError,
  FileMissingError,
  FileTooLargeError,
  type Storage,
  StorageFullError,
} from './storage.js';

const run = promisify(execFile);

describe('the storage', () => {
  let root: string;
  let storage: Storage;
  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), 'luoshi-storage-'));
    storage = createStorage(pathToFileURL(root).href);
  });
  afterEach(() => rm(root, { recursive: true, force: true }));

  const files = async () =>
    (await readdir(root, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());

  it('gives back what was put', async () => {
    const content = randomBytes(300_000);
    const stored = await storage.put(Readable.from([content.subarray(0, 1000), content.subarray(1000)]), {
      maxBytes: 300_000,
    });
    expect(stored.sha256).toBe(createHash('sha256').update(content).digest('hex'));
    expect(stored.bytes).toBe(300_000);
    expect(await storage.has(stored.key)).toBe(true);
    expect(content.equals(await buffer(await storage.get(stored.key)))).toBe(true);
    expect(await files()).toHaveLength(1);
  });

  it('keeps an empty file, and the same bytes twice apart', async () => {
    const empty = await storage.put(Readable.from([]), { maxBytes: 0 });
    expect(empty.bytes).toBe(0);
    const one = await storage.put(Readable.from([Buffer.from('同一份')]), { maxBytes: 100 });
    const two = await storage.put(Readable.from([Buffer.from('同一份')]), { maxBytes: 100 });
    expect(one.sha256).toBe(two.sha256);
    expect(one.key).not.toBe(two.key);
    await storage.remove(one.key);
    expect(await storage.has(one.key)).toBe(false);
    expect((await buffer(await storage.get(two.key))).toString()).toBe('同一份');
    await expect(storage.get(one.key)).rejects.toThrow(FileMissingError);
    await storage.remove(one.key);
  });

  it('takes a file back under the key it had, if it still is that file', async () => {
    const { key } = await storage.put(Readable.from([Buffer.from('同一份')]), { maxBytes: 100 });
    await storage.remove(key);
    const back = await storage.put(Readable.from([Buffer.from('同一份')]), { maxBytes: 100, key });
    expect(back.key).toBe(key);
    await storage.remove(key);
    const other = storage.put(Readable.from([Buffer.from('另一份')]), { maxBytes: 100, key });
    await expect(other).rejects.toThrow(FileChangedError);
    expect(await files()).toEqual([]);
  });

  it('leaves nothing of a file that is too large', async () => {
    const content = Readable.from([Buffer.alloc(60), Buffer.alloc(60)]);
    await expect(storage.put(content, { maxBytes: 119 })).rejects.toThrow(FileTooLargeError);
    expect(content.destroyed).toBe(true);
    expect(await files()).toEqual([]);
    await expect(storage.put(Readable.from([Buffer.alloc(119)]), { maxBytes: 119 })).resolves.toBeDefined();
  });

  it('leaves nothing of a file whose sender went away', async () => {
    const content = new PassThrough();
    content.write(Buffer.alloc(100_000));
    const put = storage.put(content, { maxBytes: 1_000_000 });
    setTimeout(() => content.destroy(), 20);
    await expect(put).rejects.toThrow();
    const failing = Readable.from(
      (function* () {
        yield Buffer.alloc(10);
        throw new Error('the line broke');
      })(),
    );
    await expect(storage.put(failing, { maxBytes: 100 })).rejects.toThrow('the line broke');
    expect(await files()).toEqual([]);
  });

  it('says that the disk is full, and leaves nothing', async () => {
    // A disk of 64 KB where the machine lets us have one; elsewhere the kernel's own error from /dev/full.
    const mounted = await run('mount', ['-t', 'tmpfs', '-o', 'size=64k', 'tmpfs', root]).then(
      () => true,
      () => false,
    );
    try {
      const content = mounted ? Readable.from([Buffer.alloc(40_000), Buffer.alloc(40_000)]) : fromFullDisk();
      await expect(storage.put(content, { maxBytes: 1_000_000 })).rejects.toThrow(StorageFullError);
      expect(content.destroyed).toBe(true);
      expect(await files()).toEqual([]);
    } finally {
      if (mounted) await run('umount', [root]);
    }
  });

  it('says that the disk is full where the kernel says it', async () => {
    await expect(storage.put(fromFullDisk(), { maxBytes: 100 })).rejects.toMatchObject({
      name: 'StorageFullError',
      cause: { code: 'ENOSPC' },
    });
    expect(await files()).toEqual([]);
  });

  it.each([
    ...[
      '../../etc/passwd',
      '/etc/passwd',
      '',
      '.staging/x',
      `${'a'.repeat(64)}`,
      `${'A'.repeat(64)}-${'0'.repeat(16)}`,
    ],
    ...[`${'a'.repeat(64)}-${'0'.repeat(16)}\n`, `${'a'.repeat(64)}-${'0'.repeat(16)}/../../x`, `a\0b`],
  ])('takes %j for no key of ours', async (key) => {
    await writeFile(join(root, 'x'), 'kept');
    await expect(storage.get(key)).rejects.toThrow(FileMissingError);
    await expect(storage.has(key)).rejects.toThrow(FileMissingError);
    await expect(storage.remove(key)).rejects.toThrow(FileMissingError);
    expect(await readFile(join(root, 'x'), 'utf8')).toBe('kept');
  });

  it('sweeps what a crash left behind and nothing younger', async () => {
    expect(await storage.sweepTemporary(new Date())).toBe(0);
    await mkdir(join(root, '.staging'));
    await writeFile(join(root, '.staging', 'old'), 'half');
    await writeFile(join(root, '.staging', 'young'), 'half');
    await utimes(join(root, '.staging', 'old'), new Date('2026-11-20'), new Date('2026-11-20'));
    expect(await storage.sweepTemporary(new Date('2026-11-21'))).toBe(1);
    expect(await readdir(join(root, '.staging'))).toEqual(['young']);
  });

  it('checks that it can write', async () => {
    await storage.check();
    expect(await files()).toEqual([]);
    await writeFile(join(root, 'file'), '');
    await expect(createStorage(pathToFileURL(join(root, 'file')).href).check()).rejects.toThrow();
  });

  it.each(['s3://bucket?region=ap-east-1', 'https://host/x', '/var/lib/luoshi', 'file://var/lib'])(
    'refuses the address %s and says what is expected',
    (url) => {
      expect(() => createStorage(url)).toThrow(ConfigError);
      expect(() => createStorage(url)).toThrow(/STORAGE_URL.*file:\/\/\//);
    },
  );
});

/** A stream that fails with what Linux says when a full disk is written to; elsewhere with the same words. */
function fromFullDisk(): Readable {
  const content = new PassThrough();
  if (!existsSync('/dev/full')) {
    return content.destroy(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
  }
  const full = createWriteStream('/dev/full');
  full.on('error', (error) => content.destroy(error));
  full.write('x');
  return content;
}
