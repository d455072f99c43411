import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import type { Draft, DraftArea, Range } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { areaNumber, measureNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Icon } from '../../signs/icon';
import { shellTexts } from '../../shell/words';
import { lineAt } from './lines';
import { importTexts } from './words';

interface Props {
  draft: Draft;
  starts: readonly number[];
  selected: string | null;
  select: (id: string | null) => void;
  /** Given where the reader may change the draft. */
  change?: (draft: Draft) => void;
}

/** What was found, in its order. Arrow keys walk, Enter selects, E renames an area. */
export function Tree({ draft, starts, selected, select, change }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const list = useRef<HTMLDivElement>(null);
  const [renaming, setRenaming] = useState<number | null>(null);
  const measures = draft.areas.reduce((sum, area) => sum + area.measures.length, 0);

  useEffect(() => {
    if (selected !== null)
      list.current?.querySelector(`[data-node="${selected}"]`)?.scrollIntoView({ block: 'nearest' });
  }, [selected]);

  const linesOf = ([from, to]: Range) => {
    const first = lineAt(starts, from);
    const last = lineAt(starts, Math.max(from, to - 1));
    return t('tree.lines', { lines: first === last ? first : `${first}–${last}` });
  };

  const nodes = () => [...(list.current?.querySelectorAll<HTMLButtonElement>('[data-node]') ?? [])];
  const walk = (event: KeyboardEvent) => {
    if (event.target instanceof HTMLInputElement) return;
    const all = nodes();
    const at = all.findIndex((node) => node === document.activeElement);
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) {
      event.preventDefault();
      all[Math.min(all.length - 1, Math.max(0, at + step))]?.focus();
    } else if (event.key.toLowerCase() === 'e' && change) {
      const area = draft.areas.find(({ ordinal }) => `a${ordinal}` === all[at]?.dataset['node']);
      if (!area) return;
      event.preventDefault();
      select(`a${area.ordinal}`);
      setRenaming(area.ordinal);
    }
  };

  const node = (id: string, className: string, number: string, title: string, note: string) => (
    <button
      type="button"
      className={`n ${className}`}
      data-node={id}
      aria-pressed={selected === id}
      onClick={() => select(selected === id ? null : id)}
    >
      <span className="no num">{number}</span>
      <Written>{title}</Written>
      <span className="meta num">{note}</span>
    </button>
  );

  const rename = (area: DraftArea, title: string) => {
    setRenaming(null);
    if (title.trim() === area.title || title.trim() === '') return;
    change?.({
      ...draft,
      areas: draft.areas.map((one) => (one === area ? { ...one, title: title.trim() } : one)),
    });
  };

  return (
    <section aria-labelledby="tree-title">
      <div className="pane-h">
        <h2 id="tree-title">{t('tree.title')}</h2>
        <span className="meta">{t('tree.sum', { areas: draft.areas.length, measures })}</span>
      </div>
      <div className="tree" ref={list} onKeyDown={walk}>
        <ol>
          {draft.areas.map((area) => (
            <li key={`${area.ordinal} ${area.range[0]}`} className="a">
              {node(
                `a${area.ordinal}`,
                'head',
                areaNumber(area.ordinal, language),
                area.title,
                t('tree.items', { count: area.measures.length }),
              )}
              {change && selected === `a${area.ordinal}` && (
                <div className="ops">
                  {renaming === area.ordinal ? (
                    <Rename area={area} done={(title) => rename(area, title)} />
                  ) : (
                    <button type="button" className="btn sm" onClick={() => setRenaming(area.ordinal)}>
                      <Icon name="edit" />
                      {t('tree.retitle')} <kbd aria-hidden="true">E</kbd>
                    </button>
                  )}
                </div>
              )}
              <ol>
                {area.measures.map((measure) => (
                  <li key={`${measure.ordinal} ${measure.range[0]}`}>
                    {node(
                      `m${area.ordinal}.${measure.ordinal}`,
                      'm',
                      measureNumber(area.ordinal, measure.ordinal, language),
                      measure.text,
                      linesOf(measure.range),
                    )}
                  </li>
                ))}
              </ol>
            </li>
          ))}
        </ol>
        {draft.signedDocuments.length > 0 && (
          <>
            <h3 className="cap">{t('tree.documents')}</h3>
            <ol>
              {draft.signedDocuments.map((document) => (
                <li key={`${document.ordinal} ${document.range[0]}`}>
                  {node(
                    `d${document.ordinal}`,
                    'm',
                    String(document.ordinal),
                    document.title,
                    linesOf(document.range),
                  )}
                </li>
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  );
}

function Rename({ area, done }: { area: DraftArea; done: (title: string) => void }) {
  const t = useTexts(importTexts);
  const shell = useTexts(shellTexts);
  const [title, setTitle] = useState(area.title);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <form
      className="row wrap field"
      onSubmit={(event) => {
        event.preventDefault();
        done(title);
      }}
    >
      <label className="field">
        <span className="sr">{t('tree.areaTitle')}</span>
        <input
          ref={field}
          className="input"
          value={title}
          maxLength={limits.title}
          onChange={(event) => setTitle(event.target.value)}
          onKeyDown={(event) => event.key === 'Escape' && done(area.title)}
        />
      </label>
      <button type="submit" className="btn sm">
        {shell('action.save')}
      </button>
      <button type="button" className="btn sm" onClick={() => done(area.title)}>
        {shell('action.cancel')}
      </button>
    </form>
  );
}
