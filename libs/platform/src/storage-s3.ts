import { GetObjectCommand, ListObjectsV2Command, S3Client } from '@aws-sdk/client-s3';
import { createReadStream } from 'node:fs';
import { open, rm, stat } from 'node:fs/promises';
import type { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { Disk } from 'flydrive';
import { S3Driver } from 'flydrive/drivers/s3';
import type { Storage } from './storage.js';
import {
  FileChangedError,
  FileMissingError,
  newKey,
  pathOf,
  staged,
  StorageAwayError,
  StorageFullError,
  sweepFolder,
  verified,
} from './stored-file.js';

const say = (): void => undefined;
/** What goes wrong is thrown; left alone, the library writes it to the console as well. */
const silent = { debug: say, info: say, warn: say, error: say };

/**
 * A bucket, named by an address such as s3://KEY:SECRET@s3.example.org/bucket/prefix?region=ap-east-1; `s3+http:` for a
 * server on one's own network. What comes as a stream is first written to this machine, for its length has to be known.
 */
export function createS3Storage(url: string, folder: string): Storage {
  const address = new URL(url);
  const [bucket = '', ...rest] = address.pathname.split('/').filter((part) => part !== '');
  const prefix = rest.map((part) => `${part}/`).join('');
  const client = new S3Client({
    endpoint: `${address.protocol === 's3+http:' ? 'http' : 'https'}://${address.host}`,
    region: address.searchParams.get('region') ?? 'us-east-1',
    credentials: {
      accessKeyId: decodeURIComponent(address.username),
      secretAccessKey: decodeURIComponent(address.password),
    },
    ...{ forcePathStyle: true, maxAttempts: 3, logger: silent },
    // Servers other than Amazon's do not know the newer checksums; ours are reckoned on reading back.
    ...{ requestChecksumCalculation: 'WHEN_REQUIRED', responseChecksumValidation: 'WHEN_REQUIRED' },
  });
  const disk = new Disk(new S3Driver({ client, bucket, supportsACL: false, visibility: 'private' }));
  const nameOf = (key: string) => `${prefix}${pathOf(key)}`;

  const storage: Storage = {
    async put(content, { maxBytes, key: given }) {
      const { path, sha256, bytes } = await staged(folder, content, maxBytes);
      try {
        const key = given ?? newKey(sha256);
        if (!key.startsWith(sha256)) throw new FileChangedError(key);
        await storage.keep(path, key);
        return { key, sha256, bytes };
      } finally {
        await rm(path, { force: true });
      }
    },

    async keep(path, key) {
      const { size } = await stat(path);
      const handle = await open(path, 'r');
      await handle.close();
      try {
        await disk.putStream(nameOf(key), createReadStream(path), { contentLength: size });
        // Read back whole: nothing else says that what is there is what was sent.
        for await (const chunk of (await storage.get(key)) as AsyncIterable<Buffer>) void chunk.length;
      } catch (error) {
        await storage.remove(key).catch(() => undefined);
        throw refused(error) ? new StorageFullError({ cause: error }) : away(error);
      }
      await rm(path);
    },

    async get(key, range) {
      const Range = range && `bytes=${range.start}-${range.end}`;
      const command = new GetObjectCommand({ Bucket: bucket, Key: nameOf(key), ...(Range && { Range }) });
      const { Body } = await client.send(command).catch((error: unknown) => {
        throw statusOf(error) === 404 ? new FileMissingError(key) : away(error);
      });
      return range ? (Body as Readable) : verified(Body as Readable, key);
    },

    has: (key) => disk.exists(nameOf(key)),

    remove: (key) => disk.delete(nameOf(key)),

    async *list(slice) {
      for (let next: string | undefined, first = true; first || next; first = false) {
        const page = await client.send(
          new ListObjectsV2Command({
            ...{ Bucket: bucket, Prefix: `${prefix}${slice}` },
            ...(next && { ContinuationToken: next }),
          }),
        );
        for (const { Key = '', LastModified } of page.Contents ?? []) {
          const key = Key.split('/').at(-1) ?? '';
          if (LastModified && Key === `${prefix}${key.slice(0, 2)}/${key.slice(2, 4)}/${key}`)
            yield { key, at: LastModified };
        }
        next = page.NextContinuationToken;
      }
    },

    sweepTemporary: (olderThan) => sweepFolder(folder, olderThan),

    async check() {
      const name = `${prefix}.luoshi-check`;
      await disk.put(name, 'luoshi');
      const back = await buffer(await disk.getStream(name));
      await disk.delete(name);
      if (back.toString() !== 'luoshi') throw new Error('the bucket gave back something else');
    },
  };
  return storage;
}

const statusOf = (error: unknown) =>
  (error as { $metadata?: { httpStatusCode?: number } } | undefined)?.$metadata?.httpStatusCode;

/** What is of the file's own is said as it is; all else is the bucket's. */
const away = (error: unknown) =>
  error instanceof FileChangedError || error instanceof FileMissingError || error instanceof StorageAwayError
    ? error
    : new StorageAwayError({ cause: error });

/** A quota that is used up, or a bucket that takes nothing more: for people the same as a full disk. */
function refused(error: unknown): boolean {
  const status = statusOf(error) ?? statusOf((error as { cause?: unknown }).cause);
  return status === 507 || status === 403 || status === 413;
}
