import { useCallback, useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Draft, Range } from '#contracts/draft';
import { areaNumber, measureNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { Ask } from './asks';
import { Keys } from './keys';
import { lineAt, linesOf, piecesOf } from './lines';
import { type Answer, make, type Move, moves, movesOn, offers, selectedAfter } from './moves';
import { holderOf, type Node, nodesOf } from './nodes';
import { Source, type Shown } from './source';
import { Tree } from './tree';
import { importTexts } from './words';

interface Props {
  source: string;
  starts: readonly number[];
  draft: Draft;
  current: string | null;
  select: (id: string | null) => void;
  shown: Shown | null;
  show: (line: Shown) => void;
  /** What the words of a measure suggest. */
  suggested: (range: Range) => ReactNode;
  /** Given where the reader may change the draft. */
  edit?: {
    change: (draft: Draft, at: string | null) => void;
    /** One step back or forth; what was selected there. */
    undo: ((at: string | null) => string | null) | null;
    redo: ((at: string | null) => string | null) | null;
  };
}

/** The source and what was found in it, side by side, and every move that mends what was found wrongly. */
export function Editor({ source, starts, draft, current, select, shown, show, suggested, edit }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [asking, setAsking] = useState<{ move: Move; at: number | null } | null>(null);
  const [words, setWords] = useState<Range | null>(null);
  const [said, setSaid] = useState('');
  const [help, setHelp] = useState(false);
  const tree = useRef<HTMLDivElement>(null);
  const wantsFocus = useRef(false);

  const lines = useMemo(() => linesOf(source, piecesOf(draft), starts), [source, draft, starts]);
  // A step inside an area leaves the rows as they are: there may be thousands.
  const holder = useMemo(() => holderOf(draft, current), [draft, current]);
  const nodes = useMemo(
    () => nodesOf({ source, starts }, draft, turned, holder),
    [source, starts, draft, turned, holder],
  );
  const node = nodes.find(({ id }) => id === current) ?? null;
  const offered = useOffered(source, draft, edit ? node : null);
  const measures = draft.areas.reduce((sum, area) => sum + area.measures.length, 0);

  const turn = useCallback((id: string) => {
    setTurned((before) => {
      const next = new Set(before);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }, []);
  const reached = useRef(current);
  useEffect(() => {
    reached.current = current;
  }, [current]);
  const choose = useCallback(
    (id: string) => {
      if (id === reached.current) return;
      setAsking(null);
      wantsFocus.current = true;
      select(id);
    },
    [select],
  );

  // A piece that is selected elsewhere shows, whatever is shut; its row has the focus where the keys are used.
  useEffect(() => {
    const row = tree.current?.querySelector<HTMLElement>(`[data-node="${current}"]`);
    row?.scrollIntoView({ block: 'nearest' });
    if (wantsFocus.current) row?.focus({ preventScroll: true });
    wantsFocus.current = false;
  }, [current, nodes]);

  const nameOf = ({ kind, area, ordinal, title }: Node) => {
    if (kind === 'measure') return measureNumber(area, ordinal, language);
    if (kind === 'area') return t('gutter.area', { number: areaNumber(ordinal, language) });
    return title.slice(0, 16);
  };

  const perform = (move: Move, on: Node, answer: Answer = {}): boolean => {
    const mine = words && on.kind === 'left' ? { ...answer, words } : answer;
    const next = edit && make(move.name, source, draft, on, mine);
    if (!edit || !next) {
      setSaid(t('said.cannot', { move: t(`move.${move.name}`), name: nameOf(on) }));
      return false;
    }
    edit.change(next, current);
    const after = selectedAfter(move.name, next, on, nodes, mine);
    const now = nodesOf({ source, starts }, next, turned, holderOf(next, after)).find(
      ({ id }) => id === after,
    );
    setSaid(t(`said.${move.name}`, { name: nameOf(on), now: now ? nameOf(now) : '' }));
    setAsking(null);
    setWords(null);
    wantsFocus.current = true;
    select(after);
    return true;
  };
  const begin = (move: Move, on: Node) => {
    if (!offers(move, source, draft, on)) perform(move, on);
    else if (move.asks) setAsking({ move, at: null });
    else perform(move, on);
  };
  const through = (step: 'undo' | 'redo') => {
    const go = edit?.[step];
    if (!go) return;
    setAsking(null);
    wantsFocus.current = tree.current?.contains(document.activeElement) ?? false;
    const at = go(current);
    if (at !== null) select(at);
    setSaid(t(`said.${step}`));
  };
  const close = () => {
    setAsking(null);
    tree.current?.querySelector<HTMLElement>(`[data-node="${current}"]`)?.focus();
  };

  /** The next place that a warning speaks of, or the one before, from where we are. */
  const look = (step: 1 | -1) => {
    const here = node ? node.range[0] : -1;
    const places = draft.warnings
      .map(({ range }) => range)
      .filter(([from, to]) => to > from)
      .toSorted((a, b) => a[0] - b[0]);
    const found = step === 1 ? places.find(([from]) => from > here) : places.findLast(([, to]) => to <= here);
    const piece =
      found &&
      piecesOf(draft).find(({ id, range }) => id !== '' && range[0] < found[1] && range[1] > found[0]);
    if (!found || !piece) return setSaid(t('said.noMore'));
    choose(piece.id);
    show({ line: lineAt(starts, found[0]), block: 'nearest' });
  };

  const undoKey = useRef(through);
  useEffect(() => {
    undoKey.current = through;
  });
  useEffect(() => {
    const key = (event: globalThis.KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || typing(event.target)) return;
      const step = { z: event.shiftKey ? ('redo' as const) : ('undo' as const), y: 'redo' as const }[
        event.key.toLowerCase()
      ];
      if (!step) return;
      event.preventDefault();
      undoKey.current(step);
    };
    window.addEventListener('keydown', key);
    return () => window.removeEventListener('keydown', key);
  }, []);

  const key = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) return;
    if (event.key === 'Escape' && asking) {
      event.preventDefault();
      return close();
    }
    if (typing(event.target)) return;
    const pressed = event.key.toUpperCase();
    const move = node && edit && movesOn(node.kind).find((one) => one.key === pressed);
    if (event.key === '?') setHelp(true);
    else if (pressed === 'N') look(1);
    else if (pressed === 'P') look(-1);
    else if (move) begin(move, node);
    else if (event.key === 'Enter' && node && isRow(event.target)) {
      if (node.open !== null && node.kind !== 'area') turn(node.id);
      else tree.current?.querySelector<HTMLElement>(`[data-node="${node.id}"] .ops button`)?.focus();
    } else return;
    event.preventDefault();
  };

  return (
    <div className="imp" onKeyDown={key}>
      <Source
        lines={lines}
        starts={starts}
        draft={draft}
        current={current}
        shown={shown}
        select={choose}
        cut={(at) => edit && setAsking({ move: moves[0], at })}
        mark={(marked) => {
          const left =
            marked && draft.leftOut.find(({ range }) => range[0] <= marked[0] && marked[1] <= range[1]);
          setWords(left ? marked : null);
          if (left) select(`x${left.range[0]}`);
        }}
      />
      <section aria-labelledby="tree-title">
        <div className="pane-h">
          <h2 id="tree-title">{t('tree.title')}</h2>
          <span className="meta">{t('tree.sum', { areas: draft.areas.length, measures })}</span>
          <span className="push row">
            {draft.warnings.length > 0 && (
              <>
                <button type="button" className="btn sm plain" onClick={() => look(-1)}>
                  {t('look.back')} <kbd aria-hidden="true">P</kbd>
                </button>
                <button type="button" className="btn sm plain" onClick={() => look(1)}>
                  {t('look.on')} <kbd aria-hidden="true">N</kbd>
                </button>
              </>
            )}
            <button type="button" className="btn sm plain" onClick={() => setHelp(true)}>
              {t('keys.title')} <kbd aria-hidden="true">?</kbd>
            </button>
          </span>
        </div>
        {draft.areas.length === 0 && <p className="note warn">{t('tree.none')}</p>}
        <Tree ref={tree} nodes={nodes} starts={starts} current={current} select={choose} turn={turn}>
          {node && offered.length > 0 && (
            <div className="ops" role="gridcell">
              {asking ? (
                <Ask
                  key={`${node.id} ${asking.move.name}`}
                  name={asking.move.name}
                  at={asking.at}
                  {...{ source, draft, node }}
                  done={(answer) => perform(asking.move, node, answer)}
                  cancel={close}
                />
              ) : (
                offered.map((move) => (
                  <button
                    key={move.name}
                    type="button"
                    className="btn sm"
                    aria-keyshortcuts={move.key}
                    onClick={() => begin(move, node)}
                  >
                    {t(`move.${move.name}`)} <kbd aria-hidden="true">{move.key}</kbd>
                  </button>
                ))
              )}
            </div>
          )}
          {node?.kind === 'measure' && !asking && suggested(node.range)}
        </Tree>
        {edit && (
          <div className="did no-print">
            <button type="button" className="btn sm" disabled={!edit.undo} onClick={() => through('undo')}>
              <Icon name="return" />
              {t('undo')}
            </button>
            <button type="button" className="btn sm" disabled={!edit.redo} onClick={() => through('redo')}>
              {t('redo')}
            </button>
            <p className="meta" role="status" aria-live="polite">
              {said}
            </p>
          </div>
        )}
      </section>
      {help && <Keys close={() => setHelp(false)} />}
    </div>
  );
}

/** Whether a move can be made is known by making it: once a draft, not once a drawing. */
const useOffered = (source: string, draft: Draft, node: Node | null) =>
  useMemo(
    () => (node ? movesOn(node.kind).filter((move) => offers(move, source, draft, node)) : []),
    [source, draft, node],
  );

const typing = (target: EventTarget | null) =>
  target instanceof HTMLInputElement ||
  target instanceof HTMLTextAreaElement ||
  target instanceof HTMLSelectElement ||
  (target instanceof HTMLElement && target.closest('dialog') !== null);

const isRow = (target: EventTarget) => target instanceof HTMLElement && target.role === 'row';
