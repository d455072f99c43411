import { limits } from '#contracts/limits';
import { Problem } from '#core/problem';
import { attempts } from '#platform/once';
import type { OpenAPIObject } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest, HookHandlerDoneFunction } from 'fastify';
import { createHash } from 'node:crypto';
import { problemAnswer } from './problem.dto.js';

const header = 'Idempotency-Key';
const written = new RegExp(`^[\\x21-\\x7e]{1,${limits.idempotencyKey}}$`);

const fingerprint = ({ method, url, body }: FastifyRequest): string =>
  createHash('sha256')
    .update(`${method} ${url}\n${JSON.stringify(body ?? null)}`)
    .digest('hex');

/**
 * Lets a POST that names a key be sent again without doing anything twice. A form with a file is not covered: its body
 * is read as it arrives, and uploads have their own way to go on.
 */
export function underKey(request: FastifyRequest, _: FastifyReply, done: HookHandlerDoneFunction): void {
  const key = request.headers['idempotency-key'];
  if (key === undefined || request.method !== 'POST' || !request.signedIn || request.isMultipart())
    return done();
  if (typeof key !== 'string' || !written.test(key))
    return done(new Problem('invalid', { field: header }, [{ path: header, code: 'isText' }]));
  attempts.run({ key, fingerprint: fingerprint(request), steps: 0 }, done);
}

/** Every POST that takes JSON takes a key. */
export function describeKeys(document: OpenAPIObject): void {
  for (const [path, { post }] of Object.entries(document.paths)) {
    const forms =
      post?.requestBody && 'content' in post.requestBody && 'multipart/form-data' in post.requestBody.content;
    if (!post || forms || path === '/api/session') continue;
    post.parameters = [
      ...(post.parameters ?? []),
      {
        ...{ name: header, in: 'header', required: false },
        description: 'Made up for this request and kept until it is answered. It holds for two days.',
        schema: { type: 'string', minLength: 1, maxLength: limits.idempotencyKey },
      },
    ];
    post.responses['422'] ??= problemAnswer(
      'What is asked makes no sense; or the key stands for another request (key_reused).',
    );
  }
}
