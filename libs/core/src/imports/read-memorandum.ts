import type { Draft, LookedFor, Refusal, TableColumn } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { Problem } from '#core/problem';
import type { KnownOfText } from '#memorandum/known';
import { parseMemorandum } from '#memorandum/parse';
import { type Progress, Unreadable } from '#memorandum/reading/outcome';
import { readText } from '#memorandum/reading/read-text';

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

export interface Read {
  text: string;
  draft: Draft;
}

/**
 * Reads a file of any kind as the text of a memorandum, and the text as a draft of its meeting. Pure.
 * @throws empty_file, too_large, and what Unreadable says; NotAMemorandum
 */
export async function readMemorandum(
  content: Uint8Array,
  options: { fileName?: string; progress?: Progress; known?: KnownOfText } = {},
): Promise<Read> {
  if (content.length > limits.importBytes)
    throw new Problem('too_large', { megabytes: limits.importBytes / 1e6 });
  try {
    const { text } = await readText(content, options);
    return { text, draft: draftOf(text, null, options.known) };
  } catch (error) {
    throw error instanceof Unreadable ? new Problem(error.code, error.params) : error;
  }
}

/**
 * A text as a draft of its meeting; of a table, `columns` say what stands in it.
 * @throws empty_file, too_large; NotAMemorandum
 */
export function draftOf(
  text: string,
  columns: (TableColumn | null)[] | null = null,
  known: KnownOfText = {},
): Draft {
  if (text.trim() === '') throw new Problem('empty_file');
  if (text.length > limits.importCharacters)
    throw new Problem('too_large', { megabytes: limits.importCharacters / 1e6 });
  const parsed = parseMemorandum(text, { columns, ...known });
  if (!parsed.ok) throw new NotAMemorandum(parsed.lookedFor);
  return parsed.draft;
}
