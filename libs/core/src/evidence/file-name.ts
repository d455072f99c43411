import { limits } from '#contracts/limits';

/** A file's name as given, without the folders, control and bidirectional characters that could deceive a reader. */
export function cleanFileName(given: string): string {
  const base = given.normalize('NFC').split(/[/\\]/).pop() ?? '';
  const clean = base
    .replace(/[\p{Cc}\p{Cf}]/gu, '')
    .replace(/^[.\s]+/, '')
    .trim();
  return Array.from(clean).slice(0, limits.fileName).join('') || 'file';
}
