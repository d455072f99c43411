import type { Draft, LookedFor, Refusal } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { Problem } from '#core/problem';
import { decodeText } from '#memorandum/decode';
import { parseMemorandum } from '#memorandum/parse';

/** What was looked for in a text that is no memorandum: a `not_a_memorandum` that knows more than its sentence says. */
export class NotAMemorandum extends Problem {
  constructor(readonly lookedFor: Refusal[]) {
    super('not_a_memorandum', {
      missing: lookedFor
        .filter(({ found }) => !found)
        .map(({ what }): LookedFor => what)
        .join(' '),
    });
  }
}

/**
 * Reads a file as the text of a memorandum, and the text as a draft of its meeting. Pure.
 * @throws empty_file, too_large, unreadable_file; NotAMemorandum
 */
export function readMemorandum(content: Uint8Array): { text: string; draft: Draft } {
  if (content.length > limits.importBytes)
    throw new Problem('too_large', { megabytes: limits.importBytes / 1e6 });
  const decoded = decodeText(content);
  if (!decoded.ok) throw new Problem('unreadable_file');
  const { text } = decoded;
  if (text.trim() === '') throw new Problem('empty_file');
  if (text.length > limits.importCharacters)
    throw new Problem('too_large', { megabytes: limits.importCharacters / 1e6 });
  const parsed = parseMemorandum(text);
  if (!parsed.ok) throw new NotAMemorandum(parsed.lookedFor);
  return { text, draft: parsed.draft };
}
