import createClient from 'openapi-fetch';
import { currentLanguage } from '../i18n/i18n';
import { Problem, problemFrom } from './problem';
import type { paths } from './schema';

let csrfToken = '';

/** The token that every unsafe request has to show; it comes with the session. */
export function rememberToken(token: string) {
  csrfToken = token;
}

/** For requests that another library makes. */
export const tokenHeaders = () => ({ 'x-csrf-token': csrfToken });

let signedOut: () => void = () => undefined;

/** Says what to do when an answer tells that the session has ended. */
export function whenSignedOut(then: () => void) {
  signedOut = then;
}

function fail(status: number, body: unknown): Problem {
  const problem = problemFrom(status, body);
  if (problem.code === 'not_signed_in') signedOut();
  return problem;
}

const unsafe = (method: string) => method !== 'GET' && method !== 'HEAD';

export const client = createClient<paths>({ baseUrl: '' });

/** Keys of what was sent and never answered: the same request again does nothing twice. */
const unanswered = new Map<string, string>();

// Not randomUUID, which a page without TLS does not have.
const newKey = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );

const asked = async (request: Request) => `${request.url}\n${await request.clone().text()}`;
const asks = new WeakMap<Request, string>();

client.use({
  async onRequest({ request }) {
    if (unsafe(request.method)) request.headers.set('x-csrf-token', csrfToken);
    request.headers.set('accept-language', currentLanguage());
    if (request.method === 'POST') {
      const what = await asked(request);
      const key = unanswered.get(what) ?? newKey();
      unanswered.set(what, key);
      asks.set(request, what);
      request.headers.set('idempotency-key', key);
    }
    return request;
  },
  onResponse({ request, response }) {
    const what = asks.get(request);
    if (what !== undefined && response.status < 500) unanswered.delete(what);
    return undefined;
  },
});

interface Answer<T> {
  data?: T;
  error?: unknown;
  response: Response;
}

/** Waits for an answer and gives its content, or throws the problem. */
export async function content<T>(pending: Promise<Answer<T>>): Promise<T> {
  let answer: Answer<T>;
  try {
    answer = await pending;
  } catch {
    throw new Problem(0, 'offline', '', '');
  }
  if (!answer.response.ok) throw fail(answer.response.status, answer.error);
  return answer.data as T;
}

/** What a request is about. */
export const at = (id: string) => ({ params: { path: { id } } });

/** The same, with the version of it that the reader saw. */
export const seenAt = (id: string, version: number) => ({
  params: { path: { id }, header: { 'If-Match': `"${version}"` } },
});

/** Sends a form with a file and says how much of it has gone, which fetch cannot. */
export function upload<T>(path: string, form: FormData, onProgress: (share: number) => void): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open('POST', path);
    request.setRequestHeader('x-csrf-token', csrfToken);
    request.setRequestHeader('accept-language', currentLanguage());
    request.responseType = 'json';
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) onProgress(event.loaded / event.total);
    });
    request.addEventListener('error', () => reject(new Problem(0, 'offline', '', '')));
    request.addEventListener('load', () => {
      if (request.status >= 200 && request.status < 300) resolve(request.response as T);
      else reject(fail(request.status, request.response));
    });
    request.send(form);
  });
}
