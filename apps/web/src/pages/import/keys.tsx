import { Sheet } from '../../forms/sheet';
import { useTexts } from '../../i18n/texts';
import { moves } from './moves';
import { importTexts } from './words';

const mac = /Mac|iPhone|iPad/.test(navigator.userAgent);
const mod = mac ? '⌘' : 'Ctrl';

/** Every move and its key. */
export function Keys({ close }: { close: () => void }) {
  const t = useTexts(importTexts);
  const rows: [string[], string][] = [
    [['↑', '↓', '←', '→'], t('keys.walk')],
    [['Enter'], t('keys.enter')],
    ...moves.map(({ key, name }): [string[], string] => [
      [key],
      `${t(`move.${name}`)} – ${t(`keys.${name}`)}`,
    ]),
    [['N', 'P'], t('keys.look')],
    [[`${mod} Z`], t('undo')],
    [[mac ? '⇧ ⌘ Z' : 'Ctrl Shift Z'], t('redo')],
    [['Esc'], t('keys.escape')],
  ];
  return (
    <Sheet title={t('keys.title')} close={close}>
      <p className="t2">{t('keys.lead')}</p>
      <dl className="keys">
        {rows.map(([keys, what]) => (
          <div key={what}>
            <dt>
              {keys.map((key) => (
                <kbd key={key}>{key}</kbd>
              ))}
            </dt>
            <dd>{what}</dd>
          </div>
        ))}
      </dl>
      <div className="foot">
        <button type="button" className="btn" onClick={close} autoFocus>
          {t('keys.close')}
        </button>
      </div>
    </Sheet>
  );
}
