import { useEffect, useRef, useState, type ReactNode } from 'react';
import { flushSync } from 'react-dom';

/** Items a block; three of them are higher than any screen. */
const SIZE = 50;
/** A list that is no longer is drawn whole, so that the browser finds each of its words on the page. */
const WHOLE = 1000;

interface Props<T> {
  items: readonly T[];
  /** Places in the list that are drawn wherever the reader is: what has the focus, what is about to show. */
  kept: readonly number[];
  /** Roughly how many pixels high an item is that has not been drawn yet. */
  height: (item: T) => number;
  children: (item: T, index: number) => ReactNode;
}

/** A list in a pane that scrolls, of which, where it is long, only what is near the part that shows is drawn. */
export function Blocks<T>({ items, kept, height, children }: Props<T>) {
  const printing = usePrinting();
  const whole = printing || items.length <= WHOLE;
  return Array.from({ length: Math.ceil(items.length / SIZE) }, (_, at) => {
    const from = at * SIZE;
    const own = items.slice(from, from + SIZE);
    // With its neighbours: what is drawn later above a row would push it away.
    const holds = kept.some((index) => from - SIZE <= index && index < from + 2 * SIZE);
    return (
      <Block key={from} always={whole || holds} height={() => own.reduce((sum, one) => sum + height(one), 0)}>
        {() => own.map((item, index) => children(item, from + index))}
      </Block>
    );
  });
}

interface BlockProps {
  always: boolean;
  height: () => number;
  children: () => ReactNode;
}

function Block({ always, height, children }: BlockProps) {
  const block = useRef<HTMLDivElement>(null);
  const [{ near, was }, setPlace] = useState<{ near: boolean; was: number | null }>({
    ...{ near: false, was: null },
  });
  useEffect(() => {
    const element = block.current;
    if (!element) return;
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.at(-1);
        if (!entry) return;
        setPlace((before) => {
          if (entry.isIntersecting === before.near) return before;
          return { near: !before.near, was: before.near ? entry.boundingClientRect.height : before.was };
        });
      },
      { root: element.parentElement, rootMargin: '100% 0px' },
    );
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  const drawn = always || near;
  return (
    <div role="none" ref={block} style={drawn ? undefined : { height: was ?? height() }}>
      {drawn && children()}
    </div>
  );
}

/** Paper has no part that shows: before it is printed, all is drawn. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false);
  useEffect(() => {
    const before = () => flushSync(() => setPrinting(true));
    const after = () => setPrinting(false);
    window.addEventListener('beforeprint', before);
    window.addEventListener('afterprint', after);
    return () => {
      window.removeEventListener('beforeprint', before);
      window.removeEventListener('afterprint', after);
    };
  }, []);
  return printing;
}
