import { useId } from 'react';
import { useSession } from '../../api/queries';
import { useKept } from '../../desk/use-kept';
import { useMenu } from '../../forms/use-menu';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { registerTexts } from './words';

/** What a row says beside its number and title, in this order. */
export const columns = ['light', 'status', 'lead1', 'lead2', 'internal', 'due', 'cleared'] as const;
export type Column = (typeof columns)[number];

const usual = columns.filter((column) => column !== 'internal');

/** The columns that this person chose to see; they stay on this computer. */
export function useColumns() {
  const session = useSession();
  const [kept, keep] = useKept(`columns.${session.person.id}`);
  // An observer has no side whose dates there could be.
  const there = columns.filter((column) => column !== 'internal' || session.side !== null);
  return {
    there,
    chosen: kept !== '',
    shown: there.filter((column) => (kept === '' ? usual : kept.split(' ')).includes(column)),
    /** The title stands there always, so that nothing chosen is not the same as nothing kept. */
    choose: (next: Column[] | null) => keep(next === null ? '' : ['title', ...next].join(' ')),
  };
}

interface Props extends ReturnType<typeof useColumns> {
  name: Record<Column, string>;
}

/** Where columns are chosen, by mouse or by key. Where rows are cards there are none. */
export function ColumnChooser({ there, chosen, shown, choose, name }: Props) {
  const t = useTexts(registerTexts);
  const { open, setOpen, box } = useMenu();
  const id = useId();
  return (
    <div className="columns-box" ref={box}>
      <button
        type="button"
        className="btn sm"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(!open)}
      >
        <Icon name="list" />
        {t('columns.label')}
      </button>
      {open && (
        <fieldset className="columns-menu" id={id}>
          <legend className="sr">{t('columns.legend')}</legend>
          {there.map((column) => (
            <label key={column} className="check">
              <input
                type="checkbox"
                className="ck"
                checked={shown.includes(column)}
                onChange={({ target: { checked } }) =>
                  choose(there.filter((each) => (each === column ? checked : shown.includes(each))))
                }
              />
              {name[column]}
            </label>
          ))}
          <button type="button" className="link" disabled={!chosen} onClick={() => choose(null)}>
            {t('columns.usual')}
          </button>
        </fieldset>
      )}
    </div>
  );
}
