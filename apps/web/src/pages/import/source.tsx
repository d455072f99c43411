import { memo, useEffect } from 'react';
import type { Draft } from '#contracts/draft';
import { areaNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { writtenIn } from '../../signs/content';
import type { Line, Piece } from './lines';
import { lineId } from './warnings';
import { importTexts } from './words';

interface Props {
  lines: Line[];
  draft: Draft;
  selected: string | null;
  select: (id: string) => void;
}

/** The text as it came, line by line, with what was found in it marked; the gutter says what each piece is. */
export function Source({ lines, draft, selected, select }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();

  useEffect(() => {
    if (selected !== null)
      document.querySelector(`[data-piece="${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

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
      case 'skip':
        return t('mark.skip');
    }
  };
  const warned = new Set<number>();
  for (const { range } of draft.warnings) {
    const line = lines.findLast(({ start }) => start <= range[0]);
    if (line && range[1] > range[0]) warned.add(line.number);
  }
  const sample = lines.find(({ segments }) => segments.some(({ text }) => text.trim() !== ''));
  const lang = writtenIn(sample?.segments.map(({ text }) => text).join('') ?? '', language);

  return (
    <section aria-labelledby="source-title">
      <div className="pane-h">
        <h2 id="source-title">{t('source.title')}</h2>
        <span className="meta">{t('source.lines', { count: lines.length })}</span>
        <span className="push row meta legend">
          <mark className="a">{t('mark.area')}</mark>
          <mark>{t('mark.measure')}</mark>
          <mark className="cur">{t('mark.current')}</mark>
          <span>{t('mark.skip')}</span>
        </span>
      </div>
      <div className="src" lang={lang} tabIndex={0} role="group" aria-labelledby="source-title">
        {lines.map((line) => (
          <Row
            key={line.number}
            line={line}
            label={
              line.begins && line.segments.some(({ text }) => text.trim() !== '') ? gutter(line.begins) : ''
            }
            warn={warned.has(line.number)}
            current={
              line.segments.some(({ piece }) => piece !== null && piece.id !== '' && piece.id === selected)
                ? selected
                : null
            }
            select={select}
          />
        ))}
      </div>
    </section>
  );
}

interface RowProps {
  line: Line;
  label: string;
  warn: boolean;
  /** The selected piece, on its own lines only: the others need not be drawn again. */
  current: string | null;
  select: (id: string) => void;
}

const Row = memo(function Row({ line, label, warn, current, select }: RowProps) {
  return (
    <div className={warn ? 'l warn' : 'l'} id={lineId(line.number)}>
      <span className="ln" aria-hidden="true">
        {line.number}
      </span>
      <span className="tg">{label}</span>
      <span className="w">
        {line.segments.map(({ text, piece }, index) => {
          const key = `${line.start}.${index}`;
          if (!piece) return <span key={key}>{text}</span>;
          if (piece.kind === 'skip')
            return (
              <span key={key} className="left-out">
                {text}
              </span>
            );
          const marked = piece.id !== '' && piece.id === current;
          return (
            // The tree beside selects the same pieces by keyboard; here a click is a shortcut.
            <mark
              key={key}
              className={marked ? `${piece.kind} cur` : piece.kind}
              data-piece={piece.id || undefined}
              onClick={piece.id === '' ? undefined : () => select(piece.id)}
            >
              {text}
            </mark>
          );
        })}
      </span>
    </div>
  );
});
