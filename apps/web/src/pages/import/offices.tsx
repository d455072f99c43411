import type { DraftOffice } from '#contracts/draft';
import { limits } from '#contracts/limits';
import { useTexts } from '../../i18n/texts';
import { Icon } from '../../signs/icon';
import { importTexts } from './words';

interface Props {
  title: string;
  sides: string[];
  offices: DraftOffice[];
  change: (offices: DraftOffice[], field: string) => void;
}

/** Who led, or who signed: a line each, with the side, the office and the name. */
export function Offices({ title, sides, offices, change }: Props) {
  const t = useTexts(importTexts);
  const edit = (index: number, part: Partial<DraftOffice>) =>
    change(
      offices.map((office, i) => (i === index ? { ...office, ...part } : office)),
      `${title}${index}${Object.keys(part).join()}`,
    );
  return (
    <fieldset className="offices">
      <legend className="lb">{title}</legend>
      {offices.map((office, index) => (
        <div className="office" key={index}>
          <input
            className="input"
            aria-label={t('office.side', { title, number: index + 1 })}
            placeholder={t('meeting.side')}
            list="sides"
            value={office.side}
            maxLength={limits.title}
            onChange={(event) => edit(index, { side: event.target.value })}
          />
          <input
            className="input"
            aria-label={t('office.post', { title, number: index + 1 })}
            placeholder={t('meeting.post')}
            value={office.post}
            maxLength={limits.title}
            onChange={(event) => edit(index, { post: event.target.value })}
          />
          <input
            className="input"
            aria-label={t('office.name', { title, number: index + 1 })}
            placeholder={t('meeting.person')}
            value={office.name ?? ''}
            maxLength={limits.title}
            onChange={(event) => edit(index, { name: event.target.value || null })}
          />
          <button
            type="button"
            className="btn plain"
            aria-label={t('office.remove', { title, number: index + 1 })}
            onClick={() => change(offices.toSpliced(index, 1), `${title}remove`)}
          >
            <Icon name="x" />
          </button>
        </div>
      ))}
      <button
        type="button"
        className="btn sm"
        aria-label={t('office.addTo', { title })}
        onClick={() => change([...offices, { side: sides[0] ?? '', post: '', name: null }], `${title}add`)}
      >
        {t('office.add')}
      </button>
    </fieldset>
  );
}
