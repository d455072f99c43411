import { memo, type KeyboardEvent, type ReactNode, type Ref } from 'react';
import type { Range } from '#contracts/draft';
import { areaNumber, measureNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { Blocks } from './blocks';
import { lineAt } from './lines';
import { type Node, parentOf } from './nodes';
import { importTexts } from './words';

interface Props {
  ref: Ref<HTMLDivElement>;
  nodes: readonly Node[];
  starts: readonly number[];
  current: string | null;
  select: (id: string) => void;
  turn: (id: string) => void;
  /** What can be done with the row that is selected. */
  children: ReactNode;
}

/** What was found, in its order, and below it what was not taken in. Arrow keys walk, and open and shut. */
export function Tree({ ref, nodes, starts, current, select, turn, children }: Props) {
  const here = nodes.findIndex(({ id }) => id === current);

  const at = Math.max(0, here);
  const walk = (event: KeyboardEvent) => {
    if (!(event.target instanceof HTMLElement) || event.target.role !== 'row') return;
    const node = nodes[at];
    const next = () => {
      switch (event.key) {
        case 'ArrowDown':
          return nodes[at + 1];
        case 'ArrowUp':
          return nodes[at - 1];
        case 'Home':
          return nodes[0];
        case 'End':
          return nodes.at(-1);
        case 'ArrowRight':
          if (node?.open === false) turn(node.id);
          return node?.open === true ? nodes[at + 1] : node;
        case 'ArrowLeft':
          if (node?.open === true) turn(node.id);
          return node?.open === true ? node : parentOf(nodes, at);
        default:
          return null;
      }
    };
    const chosen = next();
    if (chosen === null) return;
    event.preventDefault();
    if (chosen) select(chosen.id);
  };

  return (
    <div
      className="tree"
      role="treegrid"
      aria-labelledby="tree-title"
      aria-rowcount={nodes.length}
      ref={ref}
      onKeyDown={walk}
    >
      <Blocks items={nodes} kept={[at]} height={heightOf}>
        {(node, index) => (
          <Row
            key={node.id}
            node={node}
            index={index}
            starts={starts}
            selected={index === here}
            reached={index === at}
            select={select}
            turn={turn}
          >
            {index === here && children}
          </Row>
        )}
      </Blocks>
    </div>
  );
}

/** Of one line, or of the two that a row shows at most. */
const heightOf = ({ title }: Node) => (title.length > 36 ? 62 : 36);

interface RowProps {
  node: Node;
  /** Its place among all rows, drawn or not. */
  index: number;
  starts: readonly number[];
  selected: boolean;
  /** The one row that Tab reaches. */
  reached: boolean;
  select: (id: string) => void;
  turn: (id: string) => void;
  children: ReactNode;
}

const Row = memo(function Row(props: RowProps) {
  const { node, index, starts, selected, reached, select, turn, children } = props;
  const t = useTexts(importTexts);
  const { number, title, note } = useWords(node, starts);
  return (
    <div
      role="row"
      className={`n ${node.kind}`}
      data-node={node.id}
      tabIndex={reached ? 0 : -1}
      aria-rowindex={index + 1}
      aria-level={node.level}
      aria-posinset={node.place}
      aria-setsize={node.siblings.length}
      aria-selected={selected}
      aria-expanded={node.open ?? undefined}
      // By keyboard alone: a row that opened under the mouse would move away from between its press and its click.
      onFocus={({ target, currentTarget }) =>
        target === currentTarget && target.matches(':focus-visible') && select(node.id)
      }
    >
      <div
        className="row-of"
        role="gridcell"
        onClick={() => {
          select(node.id);
          if (node.open !== null && (selected || node.kind === 'left-out')) turn(node.id);
        }}
      >
        <span className="turn" aria-hidden="true">
          {node.open !== null && <Icon name={node.open ? 'down' : 'right'} />}
        </span>
        <span className="named">
          <span className="no num">{number}</span>
          {node.kind === 'left-out' || node.kind === 'documents' ? (
            <b>{title}</b>
          ) : (
            <Written className="words">{title}</Written>
          )}
          {node.left && node.kind === 'left' && (
            <span className="meta why">{t(`reason.${node.left.reason}`)}</span>
          )}
        </span>
        <span className="meta num">{note}</span>
      </div>
      {children}
    </div>
  );
}, alike);

/** Nodes are made anew with every change of the draft; most rows have nothing new to say. */
function alike(was: RowProps, is: RowProps): boolean {
  const [a, b] = [was.node, is.node];
  return (
    a.title === b.title &&
    a.ordinal === b.ordinal &&
    a.area === b.area &&
    a.count === b.count &&
    a.open === b.open &&
    a.range[1] === b.range[1] &&
    a.left?.reason === b.left?.reason &&
    a.place === b.place &&
    a.siblings.length === b.siblings.length &&
    was.index === is.index &&
    was.selected === is.selected &&
    was.reached === is.reached &&
    was.select === is.select &&
    was.turn === is.turn &&
    was.children === is.children
  );
}

function useWords(node: Node, starts: readonly number[]) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const at = ([from, to]: Range) => {
    const first = lineAt(starts, from);
    const last = lineAt(starts, Math.max(from, to - 1));
    return t('tree.lines', { lines: first === last ? first : `${first}–${last}` });
  };
  switch (node.kind) {
    case 'area':
      return {
        number: areaNumber(node.ordinal, language),
        title: node.title,
        note: t('tree.items', { count: node.count }),
      };
    case 'measure':
      return {
        number: measureNumber(node.area, node.ordinal, language),
        title: node.title,
        note: at(node.range),
      };
    case 'documents':
      return { number: '', title: t('tree.documents'), note: String(node.count) };
    case 'left-out':
      return { number: '', title: t('tree.leftOut'), note: t('tree.pieces', { count: node.count }) };
    case 'document':
      return { number: String(node.ordinal), title: node.title, note: at(node.range) };
    case 'part':
    case 'left':
    case 'line':
      return { number: '', title: node.title, note: at(node.range) };
  }
}
