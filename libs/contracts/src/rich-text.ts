export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'bold'; text: string }
  | { kind: 'link'; text: string; href: string };
export type Block = { kind: 'paragraph' | 'list'; lines: Inline[][] };

const marks = /\*\*([^*\n]+)\*\*|\[([^\]\n]+)\]\((https?:\/\/[^\s()<>]+)\)/g;

function inlines(line: string): Inline[] {
  const found: Inline[] = [];
  let from = 0;
  for (const match of line.matchAll(marks)) {
    const [whole, bold, text, href] = match;
    if (match.index > from) found.push({ kind: 'text', text: line.slice(from, match.index) });
    found.push(
      bold !== undefined
        ? { kind: 'bold', text: bold }
        : { kind: 'link', text: text ?? '', href: href ?? '' },
    );
    from = match.index + whole.length;
  }
  if (from < line.length) found.push({ kind: 'text', text: line.slice(from) });
  return found;
}

/**
 * What people write, with the little of Markdown that is understood: `**bold**`, `[words](https://…)`, and lines that
 * begin with `- `. Everything else is text as it stands; nothing is ever markup of the page that shows it.
 */
export function richText(source: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | undefined;
  for (const line of source.split('\n')) {
    if (line.trim() === '') {
      open = undefined;
      continue;
    }
    const item = /^\s*[-•]\s+(.*)$/.exec(line)?.[1];
    const kind = item === undefined ? 'paragraph' : 'list';
    if (open?.kind !== kind) blocks.push((open = { kind, lines: [] }));
    open.lines.push(inlines(item ?? line));
  }
  return blocks;
}
