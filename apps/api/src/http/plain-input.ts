import { Problem } from '#core/problem';
import type { FastifyRequest } from 'fastify';

/** Deeper than anything the API takes; what is deeper only exhausts the stack of whoever walks it. */
const maxDepth = 32;

/** A NUL, which PostgreSQL cannot hold, or half a character, which no text can. */
const unwritable = (text: string) => text.includes('\0') || !text.isWellFormed();

/** Refuses what no part of the API could take, before anybody walks it: endless depth, texts that are none. */
export async function demandPlainInput({ body, query }: FastifyRequest): Promise<void> {
  if (body === null) throw new Problem('bad_request');
  const waiting = [
    { value: body, path: '', depth: 0 },
    { value: query, path: '', depth: 0 },
  ];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const { value, path, depth } = next;
    if (typeof value === 'string' && unwritable(value)) {
      throw new Problem('invalid', { field: path }, [{ path, code: 'isText' }]);
    }
    if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) continue;
    if (depth === maxDepth) throw new Problem('bad_request');
    for (const [key, inner] of Object.entries(value)) {
      if (unwritable(key)) throw new Problem('bad_request');
      waiting.push({
        value: inner as unknown,
        path: (path ? `${path}.${key}` : key).slice(0, 200),
        depth: depth + 1,
      });
    }
  }
}
