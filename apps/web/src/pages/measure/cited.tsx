import type { SharedAction } from '../../api/types';

/** The signed text with the words that actions cite; each carries the numbers under which the tracks name them. */
export function Cited({ text, actions }: { text: string; actions: SharedAction[] }) {
  const ranges = actions.map(({ range: [start = 0, end = 0] }) => ({ start, end }));
  const bounds = [...new Set([0, text.length, ...ranges.flatMap(({ start, end }) => [start, end])])].sort(
    (a, b) => a - b,
  );
  return bounds.slice(1).map((end, at) => {
    const start = bounds[at]!;
    const words = text.slice(start, end);
    if (!ranges.some((range) => range.start <= start && end <= range.end)) return words;
    const ending = ranges.flatMap((range, index) => (range.end === end ? [index + 1] : []));
    return (
      <span key={start} className="cite">
        {words}
        {ending.length > 0 && <sup>{ending.join(' ')}</sup>}
      </span>
    );
  });
}
