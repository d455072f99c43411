import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { s3Server } from '#testing/s3';
import { FileChangedError, FileMissingError, newKey, openStorage, type Storage } from './storage.js';

describe('the storage in a bucket', () => {
  const folder = mkdtempSync(join(tmpdir(), 'luoshi-s3-'));
  const server = s3Server(join(folder, 'server'), 'luoshi');
  let url: string;
  let storage: Storage;
  const address = (bucket: string, key = 'S3RVER') =>
    `s3+http://${key}:S3RVER@${url}/${bucket}/evidence?region=us-east-1`;

  beforeAll(async () => {
    const { address: host, port } = await server.run();
    url = `${host}:${port}`;
    storage = await openStorage(address('luoshi'), folder);
  });
  afterAll(async () => {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const listed = async (slice = '') => {
    const keys: string[] = [];
    for await (const { key } of storage.list(slice)) keys.push(key);
    return keys.sort();
  };
  const onTheWay = () => readdir(join(folder, '.staging')).catch(() => []);

  it('gives back what was put, whole and in parts, and lists it', async () => {
    await storage.check();
    const content = randomBytes(300_000);
    const { key } = await storage.put(Readable.from([content]), { maxBytes: 300_000 });
    expect(await storage.has(key)).toBe(true);
    expect(content.equals(await buffer(await storage.get(key)))).toBe(true);
    const part = await buffer(await storage.get(key, { start: 1_000, end: 1_999 }));
    expect(part.equals(content.subarray(1_000, 2_000))).toBe(true);
    expect(await listed()).toEqual([key]);
    expect(await listed(key[0])).toEqual([key]);
    expect(await listed(key[0] === '0' ? '1' : '0')).toEqual([]);
    await storage.remove(key);
    await storage.remove(key);
    expect(await storage.has(key)).toBe(false);
    await expect(storage.get(key)).rejects.toThrow(FileMissingError);
    expect(await onTheWay()).toEqual([]);
  });

  it('moves a file of this machine there', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '落實');
    const { key } = await storage.put(Readable.from([Buffer.from('落實')]), { maxBytes: 100 });
    const own = newKey(key.slice(0, 64));
    await storage.keep(path, own);
    expect((await buffer(await storage.get(own))).toString()).toBe('落實');
    await expect(storage.keep(path, own)).rejects.toMatchObject({ code: 'ENOENT' });
    for (const each of [key, own]) await storage.remove(each);
  });

  it('keeps nothing whose hash is not what its key says', async () => {
    const path = join(folder, 'other');
    writeFileSync(path, 'something else');
    const key = newKey('0'.repeat(64));
    await expect(storage.keep(path, key)).rejects.toThrow(FileChangedError);
    expect(await listed()).toEqual([]);
  });

  it.each([
    ['a bucket that is not there', () => address('absent')],
    ['a key that opens nothing', () => address('luoshi', 'WRONG')],
    ['a server that is away', () => 's3+http://a:b@127.0.0.1:1/luoshi'],
  ])('leaves nothing behind where it is refused: %s', async (_, where) => {
    const refusing = await openStorage(where(), folder);
    const put = refusing.put(Readable.from([Buffer.from('x')]), { maxBytes: 10 });
    await expect(put).rejects.toThrow();
    await expect(refusing.check()).rejects.toThrow();
    expect(await onTheWay()).toEqual([]);
    expect(await listed()).toEqual([]);
  });
});
