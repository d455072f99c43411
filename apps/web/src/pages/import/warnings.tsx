import type { Draft, DraftWarning } from '#contracts/draft';
import { useTexts } from '../../i18n/texts';
import { LightSign } from '../../signs/light';
import { lineAt, piecesOf } from './lines';
import type { Shown } from './source';
import { importTexts } from './words';

/** More than this would push the text itself off the screen. */
const shown = 6;

interface Props {
  draft: Draft;
  starts: readonly number[];
  select: (id: string) => void;
  show: (line: Shown) => void;
  /** Given where the reader may change the draft: a warning that was looked at is put aside. */
  change?: (draft: Draft) => void;
}

/** What to look at before adopting; each leads to its line. */
export function Warnings({ draft, starts, select, show, change }: Props) {
  const t = useTexts(importTexts);

  const say = ({ code, params }: DraftWarning): string => {
    if (code !== 'declared_differs') return t(`code.${code}`, params);
    const what = params['what'];
    return t(`code.declared_differs.${what === 'areas' || what === 'documents' ? what : 'measures'}`, params);
  };
  const go = (warning: DraftWarning) => {
    const [from, to] = warning.range;
    const piece = piecesOf(draft).find(
      ({ id, range }) => id !== '' && range[0] < Math.max(to, from + 1) && range[1] > from,
    );
    if (piece) select(piece.id);
    show({ line: lineAt(starts, from), block: 'center' });
  };
  const row = (warning: DraftWarning, index: number) => (
    <li key={`${warning.code}${index}`}>
      <LightSign light="yellow" />
      <span>{say(warning)}</span>
      {warning.range[1] > warning.range[0] && (
        <button type="button" className="link num" onClick={() => go(warning)}>
          {t('warn.line', { line: lineAt(starts, warning.range[0]) })}
        </button>
      )}
      {change && (
        <button
          type="button"
          className="link seen"
          onClick={() => change({ ...draft, warnings: draft.warnings.filter((one) => one !== warning) })}
        >
          {t('warn.seen')}
        </button>
      )}
    </li>
  );

  const warnings = draft.warnings.filter((one) => stillDiffers(draft, one));
  return (
    <section aria-labelledby="warnings">
      <h2 id="warnings" className="as-h3">
        {warnings.length === 0 ? t('warn.none') : t('warn.title', { count: warnings.length })}
      </h2>
      <ul className="warns">{warnings.slice(0, shown).map(row)}</ul>
      {warnings.length > shown && (
        <details>
          <summary>{t('warn.more', { count: warnings.length - shown })}</summary>
          <ul className="warns">
            {warnings.slice(shown).map((warning, index) => row(warning, index + shown))}
          </ul>
        </details>
      )}
    </section>
  );
}

/** What the text declares is held against what is there now: a move may have closed the gap. */
function stillDiffers({ meeting, areas, signedDocuments }: Draft, { code, params }: DraftWarning): boolean {
  if (code !== 'declared_differs') return true;
  const found = {
    areas: areas.length,
    measures: areas.reduce((sum, area) => sum + area.measures.length, 0),
    documents: signedDocuments.length,
  };
  const what = params['what'] === 'areas' || params['what'] === 'documents' ? params['what'] : 'measures';
  return meeting.declared[what] !== found[what];
}
