import type { Answer, Browser } from './api.js';

/** A piece of evidence as its own side reads it; what tests ask of it. */
export interface EvidenceSeen {
  id: string;
  version: number;
  revisions: {
    id: string;
    state: string;
    reason: string | null;
    fileName: string | null;
    sha256: string | null;
    mediaType: string | null;
    scanned: boolean;
    sameAs: { id: string } | null;
    abilities: Record<string, boolean>;
  }[];
}

const protocol = { 'tus-resumable': '1.0.0' };

/** Announces a file; `place` is the path of what it hangs on. */
export const announce = (by: Browser, place: string, name: string, bytes: number): Promise<Answer> =>
  by.ask('POST', `${place}/evidence`, { body: { kind: 'other', file: { name, bytes } } });

/** The upload of the newest revision. */
export const uploadOf = ({ text }: Answer): string => (JSON.parse(text) as EvidenceSeen).revisions[0]!.id;

/** One request of the tus protocol with bytes from an offset. */
export const send = (
  by: Browser,
  upload: string,
  content: Uint8Array | string,
  offset = 0,
): Promise<Answer> =>
  by.ask('PATCH', `/api/uploads/${upload}`, {
    headers: {
      ...protocol,
      'content-type': 'application/offset+octet-stream',
      'upload-offset': String(offset),
    },
    body: content as RequestInit['body'],
  });

/** How far an upload is, as a client that resumes asks. */
export const offsetOf = (by: Browser, upload: string): Promise<Answer> =>
  by.ask('HEAD', `/api/uploads/${upload}`, { headers: protocol });

export const endUpload = (by: Browser, upload: string): Promise<Answer> =>
  by.ask('DELETE', `/api/uploads/${upload}`, { headers: protocol });

/** Announces a file and sends it whole. @returns its revision */
export async function upload(
  by: Browser,
  place: string,
  name: string,
  content: Uint8Array | string,
): Promise<string> {
  const announced = await announce(by, place, name, Buffer.byteLength(content));
  expect([announced.status, announced.text]).toEqual([201, expect.any(String)]);
  const id = uploadOf(announced);
  expect((await send(by, id, content)).status).toBe(204);
  return id;
}
