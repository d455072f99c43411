import type { Draft } from '#contracts/draft';
import { useTexts } from '../../i18n/texts';
import { importTexts } from './words';

/** What the text declares beside what was found; the gap is shown and never filled. */
export function Totals({ draft }: { draft: Draft }) {
  const t = useTexts(importTexts);
  const { declared } = draft.meeting;
  const found = {
    areas: draft.areas.length,
    measures: draft.areas.reduce((sum, area) => sum + area.measures.length, 0),
    documents: draft.signedDocuments.length,
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
              <td className="r">{declared[what] ?? t('found.none')}</td>
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
