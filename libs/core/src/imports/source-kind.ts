import type { Draft, LeftOutReason } from '#contracts/draft';
import type { SourceKind } from '#contracts/status';

/** What only a paper prints round its report, and what any report has. */
const ofPapers: readonly LeftOutReason[] = ['article', 'caption', 'unrelated'];
const ofReports: readonly LeftOutReason[] = ['editorial', 'signed_documents', 'speech'];
const ofSigned: readonly LeftOutReason[] = ['signature_block', 'annex_label'];

/**
 * What a text is by what stands round its list: what was signed, what the press office says of it, or what a paper made
 * of that. The person who imports it has the last word; taken for more than it is, it would outrank a better source.
 */
export function sourceKindOf({ leftOut, table }: Draft): SourceKind {
  const has = (reasons: readonly LeftOutReason[]) => leftOut.some(({ reason }) => reasons.includes(reason));
  if (table || has(ofSigned)) return 'annex';
  if (has(ofPapers)) return 'newspaper';
  return has(ofReports) ? 'press_release' : 'annex';
}
