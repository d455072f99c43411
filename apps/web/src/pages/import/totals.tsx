import type { Draft } from '#contracts/draft';
import { useTexts } from '../../i18n/texts';
import { importTexts } from './words';

interface Props {
  draft: Draft;
  /** Given where the reader may change the draft; `field` names what is being typed into. */
  change?: (draft: Draft, field: string) => void;
}

/** What the text declares beside what was found; the gap is shown and never filled. */
export function Totals({ draft, change }: Props) {
  const t = useTexts(importTexts);
  const { declared } = draft.meeting;
  const found = {
    areas: draft.areas.length,
    measures: draft.areas.reduce((sum, area) => sum + area.measures.length, 0),
    documents: draft.signedDocuments.length,
  };
  const declare = (what: keyof typeof declared, value: string) => {
    const stated = value === '' ? null : Math.min(10_000, Math.max(0, Math.round(Number(value))));
    const meeting = { ...draft.meeting, declared: { ...declared, [what]: stated } };
    change?.({ ...draft, meeting }, `declared ${what}`);
  };
  const gap = (stated: number | null, captured: number) => {
    if (stated === null) return '–';
    return captured > stated ? t('found.more', { count: captured - stated }) : stated - captured;
  };
  return (
    <section aria-labelledby="found">
      <h2 id="found" className="as-h3">
        {t('found.title')}
      </h2>
      <table className="gap" aria-labelledby="found">
        <thead>
          <tr>
            <td />
            <th scope="col" className="r">
              {t('found.declared')}
            </th>
            <th scope="col" className="r">
              {t('found.found')}
            </th>
            <th scope="col" className="r">
              {t('found.gap')}
            </th>
          </tr>
        </thead>
        <tbody>
          {(['areas', 'measures', 'documents'] as const).map((what) => (
            <tr key={what} className="num">
              <th scope="row" className="cell-head">
                {t(`found.${what}`)}
              </th>
              <td className="r">
                {change ? (
                  <input
                    className="input num declared"
                    type="number"
                    min={0}
                    max={10_000}
                    aria-label={t('found.declaredOf', { what: t(`found.${what}`) })}
                    placeholder={t('found.none')}
                    value={declared[what] ?? ''}
                    onChange={({ target: { value } }) => declare(what, value)}
                  />
                ) : (
                  (declared[what] ?? t('found.none'))
                )}
              </td>
              <td className="r">{found[what]}</td>
              <td className={declared[what] !== null && declared[what] !== found[what] ? 'r strong' : 'r'}>
                {gap(declared[what], found[what])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
