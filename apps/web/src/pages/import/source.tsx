import { memo, useEffect, useMemo, useRef, type MouseEvent } from 'react';
import type { Draft, Range } from '#contracts/draft';
import { areaNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { writtenIn } from '../../signs/content';
import { Blocks } from './blocks';
import { lineAt, type Line, type Piece, startOf } from './lines';
import { importTexts } from './words';

/** A line that is asked for, each time anew, and where in the pane it is wanted. */
export interface Shown {
  line: number;
  block: 'center' | 'nearest';
}

interface Props {
  lines: Line[];
  starts: readonly number[];
  draft: Draft;
  current: string | null;
  shown: Shown | null;
  select: (id: string) => void;
  /** A click into the words of the measure that is selected already. */
  cut: (at: number) => void;
  /** Words that were marked, or null where none are. */
  mark: (words: Range | null) => void;
}

/** The text as it came, line by line, with what was found in it marked; the gutter says what each piece is. */
export function Source({ lines, starts, draft, current, shown, select, cut, mark }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const pane = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (current === null) return;
    const marks = pane.current?.querySelectorAll(`[data-piece="${current}"]`);
    const [first, last] = [marks?.[0], marks?.[marks.length - 1]];
    if (!pane.current || !first || !last) return;
    // Only this pane moves, and only where the words do not show already.
    const [frame, top, bottom] = [pane.current, first, last].map((one) => one.getBoundingClientRect());
    if (frame && top && bottom && (top.top < frame.top || bottom.bottom > frame.bottom))
      pane.current.scrollTop += top.top - frame.top - frame.height / 4;
  }, [current]);
  useEffect(() => {
    if (shown) document.getElementById(lineId(shown.line))?.scrollIntoView({ block: shown.block });
  }, [shown]);

  const gutter = (piece: Piece) => {
    switch (piece.kind) {
      case 'area':
        return t('gutter.area', { number: areaNumber(piece.area, language) });
      case 'measure':
        return t('gutter.measure', { number: piece.ordinal });
      case 'document':
        return t('gutter.document', { number: piece.ordinal });
      case 'data':
        return t('mark.data');
      case 'left':
        return t('mark.left');
    }
  };
  const warned = useMemo(() => {
    const asking = draft.warnings.filter(({ range }) => range[1] > range[0]);
    return new Set(asking.map(({ range }) => lineAt(starts, range[0])));
  }, [draft.warnings, starts]);
  const begun = current === null ? 1 : lineAt(starts, startOf(current) || 0);
  const lang = useMemo(() => {
    const opening = lines.slice(0, 60).flatMap(({ segments }) => segments.map(({ text }) => text));
    return writtenIn(opening.join(''), language);
  }, [lines, language]);

  const click = (event: MouseEvent) => {
    if (window.getSelection()?.isCollapsed === false) return;
    mark(null);
    const id = pieceOf(event.target);
    if (id === null) return;
    if (id !== current) return select(id);
    const at = placeAt(event);
    if (id.startsWith('m') && at !== null) cut(at);
  };
  const marked = () => {
    const selection = window.getSelection();
    if (!selection || selection.isCollapsed) return;
    const ends = [
      placeIn(selection.anchorNode, selection.anchorOffset),
      placeIn(selection.focusNode, selection.focusOffset),
    ];
    const [from, to] = ends.toSorted((a, b) => (a ?? 0) - (b ?? 0));
    if (from != null && to != null && from < to) mark([from, to]);
  };

  return (
    <section aria-labelledby="source-title">
      <div className="pane-h">
        <h2 id="source-title">{t('source.title')}</h2>
        <span className="meta">{t('source.lines', { count: lines.length })}</span>
        <span className="push row meta legend">
          <mark className="a">{t('mark.area')}</mark>
          <mark>{t('mark.measure')}</mark>
          <mark className="cur">{t('mark.current')}</mark>
          <span>{t('mark.left')}</span>
        </span>
      </div>
      {/* The tree beside selects and cuts the same pieces by keyboard; here a click is a shortcut. */}
      <div
        className="src"
        ref={pane}
        lang={lang}
        tabIndex={0}
        role="group"
        aria-labelledby="source-title"
        onClick={click}
        onMouseUp={marked}
      >
        <Blocks items={lines} kept={[begun, shown?.line ?? begun].map((line) => line - 1)} height={heightOf}>
          {(line) => (
            <Row
              key={line.number}
              line={line}
              label={
                line.begins && line.segments.some(({ text }) => text.trim() !== '') ? gutter(line.begins) : ''
              }
              warn={warned.has(line.number)}
              current={line.segments.some(({ piece }) => piece?.id && piece.id === current) ? current : null}
            />
          )}
        </Blocks>
      </div>
    </section>
  );
}

const lineId = (line: number) => `line-${line}`;

/** At half the width of a common screen. */
const heightOf = ({ start, segments }: Line) => {
  const last = segments.at(-1);
  const length = last ? last.start + last.text.length - start : 0;
  return 30 * Math.max(1, Math.ceil(length / 34));
};

interface RowProps {
  line: Line;
  label: string;
  warn: boolean;
  /** The selected piece, on its own lines only: the others need not be drawn again. */
  current: string | null;
}

const Row = memo(
  function Row({ line, label, warn, current }: RowProps) {
    return (
      <div className={warn ? 'l warn' : 'l'} id={lineId(line.number)}>
        <span className="ln" aria-hidden="true">
          {line.number}
        </span>
        <span className="tg">{label}</span>
        <span className="w">
          {line.segments.map(({ text, start, piece }) => {
            const chosen = piece !== null && piece.id !== '' && piece.id === current ? ' cur' : '';
            const data = { 'data-at': start, 'data-piece': piece?.id || undefined };
            if (!piece || piece.kind === 'left')
              return (
                <span key={start} className={piece ? `left-out${chosen}` : undefined} {...data}>
                  {text}
                </span>
              );
            return (
              <mark key={start} className={`${piece.kind}${chosen}`} {...data}>
                {text}
              </mark>
            );
          })}
        </span>
      </div>
    );
  },
  (was, is) =>
    was.line.print === is.line.print &&
    was.label === is.label &&
    was.warn === is.warn &&
    was.current === is.current,
);

const pieceOf = (target: EventTarget) =>
  target instanceof Element ? (target.closest<HTMLElement>('[data-piece]')?.dataset['piece'] ?? null) : null;

/** The place in the source of a place in the page. */
function placeIn(node: globalThis.Node | null, offset: number): number | null {
  const at = node?.parentElement?.closest<HTMLElement>('[data-at]')?.dataset['at'];
  return at === undefined ? null : Number(at) + offset;
}

function placeAt({ clientX, clientY }: MouseEvent): number | null {
  const caret = document.caretPositionFromPoint(clientX, clientY);
  return caret && placeIn(caret.offsetNode, caret.offset);
}
