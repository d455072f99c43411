import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type DraftTable, tableColumns, type TableColumn } from '#contracts/draft';
import { chooseColumns } from '../../api/imports';
import type { Import } from '../../api/types';
import { useTexts } from '../../i18n/texts';
import { Written } from '../../signs/content';
import { Failure } from '../../shell/states';
import { readingTexts } from './words';

/** What each column of the table holds, as its heading says, for the person to put right. */
export function Columns({ table, flush }: { table: DraftTable; flush: () => Promise<Import> }) {
  const t = useTexts(readingTexts);
  const cache = useQueryClient();
  const [columns, setColumns] = useState(table.columns);
  const reading = useMutation({
    mutationFn: async () => {
      const { id, version } = await flush();
      return chooseColumns(id, version, columns);
    },
    onSuccess: (next) => cache.setQueryData(['import', next.id], next),
  });
  /** A column of a kind that another had takes it from that one; each side may name its units in one of its own. */
  const choose = (at: number, chosen: TableColumn | null) =>
    setColumns(
      columns.map((column, index) =>
        index === at ? chosen : column === chosen && chosen !== 'lead' ? null : column,
      ),
    );
  return (
    <section className="about" aria-labelledby="columns">
      <h2 id="columns" className="as-h3">
        {t('columns.title')}
      </h2>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          reading.mutate();
        }}
      >
        <div className="fields columns">
          {columns.map((column, at) => (
            <label className="field" key={at}>
              <span className="lb">
                {table.header[at] ? (
                  <Written>{table.header[at]}</Written>
                ) : (
                  t('columns.column', { number: at + 1 })
                )}
              </span>
              <select
                className="input"
                value={column ?? ''}
                onChange={(event) => choose(at, (event.target.value || null) as TableColumn | null)}
              >
                <option value="">{t('columns.none')}</option>
                {tableColumns.map((each) => (
                  <option key={each} value={each}>
                    {t(`column.${each}`)}
                  </option>
                ))}
              </select>
            </label>
          ))}
        </div>
        {reading.error && <Failure error={reading.error} kept />}
        <p className="row wrap gap-small">
          <button
            type="submit"
            className="btn"
            disabled={reading.isPending || !columns.includes('measure') || columns === table.columns}
          >
            {t('columns.read')}
          </button>
          <span className="meta">{t('columns.note')}</span>
        </p>
      </form>
    </section>
  );
}
