const NONE: RegExpExecArray[] = [];

/** The matches of a global shape. To see that there are none, as in most words, costs less than to go through them. */
export function matchesIn(text: string, shape: RegExp): Iterable<RegExpExecArray> {
  return text.search(shape) === -1 ? NONE : text.matchAll(shape);
}
