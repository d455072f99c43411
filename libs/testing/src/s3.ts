import { createRequire } from 'node:module';

interface S3Server {
  run(): Promise<{ address: string; port: number }>;
  close(): Promise<void>;
}

const Server = createRequire(import.meta.url)('s3rver') as new (options: object) => S3Server;

/** A server that speaks S3, with one bucket in a folder; key and secret are both S3RVER. */
export const s3Server = (directory: string, bucket: string): S3Server =>
  new Server({
    ...{ port: 0, address: '127.0.0.1', silent: true, directory },
    configureBuckets: [{ name: bucket, configs: [] }],
  });
