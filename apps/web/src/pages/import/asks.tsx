import { useEffect, useMemo, useRef, useState, type KeyboardEvent, type ReactNode } from 'react';
import type { Draft, LeftOutReason } from '#contracts/draft';
import { gapsOf } from '#contracts/draft-account';
import { limits } from '#contracts/limits';
import { gapsIn, readRange } from '#contracts/reading';
import { areaNumber } from '#i18n/numbering';
import { useLanguage, useTexts } from '../../i18n/texts';
import { writtenIn } from '../../signs/content';
import { shellTexts } from '../../shell/words';
import { cutAt, cutsOf } from './cuts';
import type { Answer, MoveName } from './moves';
import type { Node } from './nodes';
import { importTexts } from './words';

interface Props {
  source: string;
  draft: Draft;
  node: Node;
  /** Makes the move; false where it cannot be made so. */
  done: (answer: Answer) => boolean;
  cancel: () => void;
}

/** What a move asks before it is made. */
export function Ask({ name, at, ...props }: Props & { name: MoveName; at: number | null }) {
  if (name === 'split') return <SplitAt key={at} {...props} at={at} />;
  if (name === 'toArea') return <ToArea {...props} />;
  if (name === 'leaveOut') return <LeaveOut {...props} />;
  return <Retitle {...props} />;
}

/**
 * The words of a measure with a cut in them. Arrow keys walk the ends of its sentences, with Shift character by
 * character; Enter cuts. A click puts the cut where it is.
 */
function SplitAt({ source, draft, node, done, cancel, at }: Props & { at: number | null }) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const slider = useRef<HTMLDivElement>(null);
  const reading = useMemo(
    () => readRange(source, node.range, gapsIn(gapsOf(draft), node.range)),
    [source, draft, node.range],
  );
  const cuts = useMemo(() => cutsOf(source, reading), [source, reading]);
  const [cut, setCut] = useState(() => {
    const asked = at === null ? -1 : reading.at.findIndex((place) => place >= at);
    const middle = cuts[Math.floor((cuts.length - 1) / 2)];
    return cutAt(source, reading, asked)[0] ?? middle ?? { index: 0, at: node.range[0] };
  });
  useEffect(() => slider.current?.focus(), []);

  const walk = (step: 1 | -1, single: boolean) => {
    if (single) {
      for (let index = cut.index + step; index > 0 && index < reading.at.length; index += step) {
        const [next] = cutAt(source, reading, index);
        if (next && next.index !== cut.index) return setCut(next);
      }
      return;
    }
    const next =
      step === 1
        ? cuts.find(({ index }) => index > cut.index)
        : cuts.findLast(({ index }) => index < cut.index);
    if (next) setCut(next);
  };
  const key = (event: KeyboardEvent) => {
    if (event.key === 'ArrowRight' || event.key === 'ArrowDown') walk(1, event.shiftKey);
    else if (event.key === 'ArrowLeft' || event.key === 'ArrowUp') walk(-1, event.shiftKey);
    else if (event.key === 'Home') setCut(cuts[0] ?? cut);
    else if (event.key === 'End') setCut(cuts.at(-1) ?? cut);
    else if (event.key === 'Enter') done({ at: cut.at });
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const [before, after] = [reading.text.slice(0, cut.index).trimEnd(), reading.text.slice(cut.index)];
  return (
    <div className="ask">
      <p className="meta">{t('split.how')}</p>
      <div
        ref={slider}
        className="cut"
        role="slider"
        tabIndex={0}
        lang={writtenIn(reading.text, language)}
        aria-label={t('split.label')}
        aria-valuemin={1}
        aria-valuemax={Math.max(1, reading.text.length - 1)}
        aria-valuenow={cut.index}
        aria-valuetext={t('split.between', { before: before.slice(-24), after: after.slice(0, 24) })}
        onKeyDown={key}
        onClick={(event) => {
          const caret = document.caretPositionFromPoint(event.clientX, event.clientY);
          const half = caret?.offsetNode.parentElement?.dataset['half'];
          if (caret && half) setCut(cutAt(source, reading, Number(half) + caret.offset)[0] ?? cut);
        }}
      >
        <span data-half={0}>{before}</span>
        <b aria-hidden="true" />
        <span data-half={cut.index}>{after}</span>
      </div>
      <Buttons act={t('move.split')} cancel={cancel} onAct={() => done({ at: cut.at })} />
    </div>
  );
}

function ToArea({ draft, node, done, cancel }: Props) {
  const t = useTexts(importTexts);
  const language = useLanguage();
  const others = draft.areas.filter(
    ({ measures }) => !measures.some(({ range }) => range[0] === node.range[0]),
  );
  const [area, setArea] = useState(others[0]?.range[0] ?? -1);
  return (
    <Form act={t('move.toArea')} onAct={() => done({ area })} cancel={cancel}>
      <label className="field">
        <span className="lb">{t('ask.area')}</span>
        <select
          className="input"
          autoFocus
          value={area}
          onChange={(event) => setArea(Number(event.target.value))}
        >
          {others.map(({ ordinal, title, range }) => (
            <option key={range[0]} value={range[0]}>
              {areaNumber(ordinal, language)}
              {language === 'en' ? '. ' : '、'}
              {title}
            </option>
          ))}
        </select>
      </label>
    </Form>
  );
}

/** `numbering` is said by merging, never by a person. */
const reasons: LeftOutReason[] = [
  ...([
    'unrecognised',
    'caption',
    'editorial',
    'article',
    'speech',
    'unrelated',
    'translation',
    'introduction',
    'preamble',
    'closing',
  ] as const),
  ...(['signature_block', 'signed_documents', 'annex_label', 'page_mark', 'rule'] as const),
];

function LeaveOut({ done, cancel }: Props) {
  const t = useTexts(importTexts);
  const [reason, setReason] = useState<LeftOutReason>('unrecognised');
  return (
    <Form act={t('move.leaveOut')} onAct={() => done({ reason })} cancel={cancel}>
      <label className="field">
        <span className="lb">{t('ask.reason')}</span>
        <select
          className="input"
          autoFocus
          value={reason}
          onChange={(event) => setReason(reasons.find((one) => one === event.target.value) ?? reason)}
        >
          {reasons.map((one) => (
            <option key={one} value={one}>
              {t(`reason.${one}`)}
            </option>
          ))}
        </select>
      </label>
    </Form>
  );
}

/** Another wording is not a title: the words have to stand in the text there, and what is dropped is left out. */
function Retitle({ node, done, cancel }: Props) {
  const t = useTexts(importTexts);
  const [title, setTitle] = useState(node.title);
  const [refused, setRefused] = useState(false);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <Form
      act={t('move.retitle')}
      cancel={cancel}
      onAct={() => {
        if (title.trim() === node.title) cancel();
        else setRefused(!done({ title }));
      }}
    >
      <label className="field">
        <span className="lb">
          {t('tree.areaTitle')} <span className="meta">{t('retitle.how')}</span>
        </span>
        <input
          ref={field}
          className="input"
          value={title}
          maxLength={limits.title}
          aria-invalid={refused}
          aria-describedby={refused ? 'retitle-bad' : undefined}
          onChange={(event) => {
            setTitle(event.target.value);
            setRefused(false);
          }}
        />
        {refused && (
          <span className="bad" id="retitle-bad" role="alert">
            {t('retitle.refused')}
          </span>
        )}
      </label>
    </Form>
  );
}

interface FormProps {
  act: string;
  onAct: () => void;
  cancel: () => void;
}

function Form({ children, ...buttons }: FormProps & { children: ReactNode }) {
  return (
    <form
      className="ask"
      onSubmit={(event) => {
        event.preventDefault();
        buttons.onAct();
      }}
    >
      {children}
      <Buttons {...buttons} submit />
    </form>
  );
}

function Buttons({ act, onAct, cancel, submit = false }: FormProps & { submit?: boolean }) {
  const shell = useTexts(shellTexts);
  const row = useRef<HTMLDivElement>(null);
  // On a small screen what is asked may be longer than what is left of the pane below its row.
  useEffect(() => {
    row.current?.scrollIntoView({ block: 'nearest' });
  }, []);
  return (
    <div className="row" ref={row}>
      <button
        type={submit ? 'submit' : 'button'}
        className="btn sm primary"
        onClick={submit ? undefined : onAct}
      >
        {act}
      </button>
      <button type="button" className="btn sm" onClick={cancel}>
        {shell('action.cancel')}
      </button>
    </div>
  );
}
