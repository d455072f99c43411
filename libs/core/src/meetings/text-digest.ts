import { createHash } from 'node:crypto';

/** What tells one text from another: its words, however they were broken into lines. Hexadecimal. */
export const textDigest = (text: string): string =>
  createHash('sha256').update(text.replace(/\s+/g, '')).digest('hex');
