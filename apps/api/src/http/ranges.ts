import type { ByteRange } from '#platform/storage';

/** More than a player or a reader of a PDF asks for at once. */
const mostRanges = 20;

/**
 * What a Range header asks of a file (RFC 9110, 14.2): ranges in the order asked for, none of which overlap; null where
 * the whole file is the answer, which it is to all that cannot be understood; none where nothing of it is in the file.
 */
export function rangesOf(header: string | undefined, size: number): ByteRange[] | null {
  const specs = /^bytes\s*=(.*)$/i.exec(header ?? '')?.[1]?.split(',');
  if (!specs || specs.length > mostRanges) return null;
  const ranges: ByteRange[] = [];
  for (const spec of specs) {
    const [, first, last] = /^\s*(\d{0,16})-(\d{0,16})\s*$/.exec(spec) ?? [];
    if (first === undefined || last === undefined || (first === '' && last === '')) return null;
    const start = first === '' ? Math.max(0, size - Number(last)) : Number(first);
    const end = first === '' || last === '' ? size - 1 : Math.min(Number(last), size - 1);
    if (first !== '' && last !== '' && Number(last) < Number(first)) return null;
    if (start > end) continue;
    // Who asks for the same bytes many times over gets them once.
    if (ranges.some((other) => start <= other.end && other.start <= end)) return null;
    ranges.push({ start, end });
  }
  return ranges;
}
