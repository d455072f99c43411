/** What the server says went wrong (RFC 9457), already in the reader's language; or that it did not answer. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly title: string,
    readonly detail: string,
    readonly params: Record<string, unknown> = {},
    readonly errors: { path: string; message: string }[] = [],
  ) {
    super(detail || title || code);
  }

  /** The request never got an answer: a dropped line, or the server is being restarted. */
  get offline(): boolean {
    return this.status === 0;
  }
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');
const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null;

export function problemFrom(status: number, body: unknown): Problem {
  const said = isRecord(body) ? body : {};
  const errors = Array.isArray(said['errors']) ? said['errors'].filter(isRecord) : [];
  return new Problem(
    status,
    text(said['code']) || `http_${status}`,
    text(said['title']),
    text(said['detail']),
    isRecord(said['params']) ? said['params'] : {},
    errors.map((error) => ({ path: text(error['path']), message: text(error['message']) })),
  );
}

export const asProblem = (error: unknown): Problem =>
  error instanceof Problem ? error : new Problem(0, 'offline', '', '');
