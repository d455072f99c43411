import { lazy, Suspense, useId } from 'react';
import { limits } from '#contracts/limits';
import type { UpdateInput } from '../api/calls';
import type { Cleared } from '../api/types';
import { formatDate } from '../i18n/dates';
import { useLanguage, useTexts } from '../i18n/texts';
import { deskTexts } from './words';

// The calendar comes from Ant Design, which an officer in a hurry does not wait for.
const DayField = lazy(async () => ({ default: (await import('../forms/day-field')).DayField }));

interface Props {
  values: UpdateInput;
  change: (part: Partial<UpdateInput>) => void;
  /** What our side has cleared, newest first: one of these can be corrected. */
  cleared: Cleared[];
  other: string;
}

/** What most updates do not need: period, difficulties, a request to the other side, a correction. */
export function MoreFields({ values, change, cleared, other }: Props) {
  const t = useTexts(deskTexts);
  const language = useLanguage();
  const id = useId();
  const used = [values.difficulties, values.request, values.periodFrom, values.periodTo, values.correctsId];
  return (
    <details className="more" open={used.some((value) => value !== null && value !== '')}>
      <summary>{t('more.title')}</summary>
      <label className="field">
        <span className="lb">{t('more.difficulties')}</span>
        <textarea
          className="area-in short"
          rows={1}
          maxLength={limits.difficulties}
          value={values.difficulties}
          onChange={(event) => change({ difficulties: event.target.value })}
        />
      </label>
      <label className="field">
        <span className="lb">
          {t('more.request', { other })} <span className="meta">{t('more.requestNote', { other })}</span>
        </span>
        <textarea
          className="area-in short"
          rows={1}
          maxLength={limits.request}
          value={values.request}
          onChange={(event) => change({ request: event.target.value })}
        />
      </label>
      <div className="row wrap period">
        <Suspense fallback={null}>
          <DayField
            label={t('more.from')}
            value={values.periodFrom}
            onChange={(periodFrom) => change({ periodFrom })}
          />
          <DayField
            label={t('more.to')}
            value={values.periodTo}
            onChange={(periodTo) => change({ periodTo })}
            {...(values.periodFrom !== null && { from: values.periodFrom })}
          />
        </Suspense>
      </div>
      {cleared.length > 0 && (
        <div className="field">
          <label className="lb" htmlFor={id}>
            {t('more.corrects')}
          </label>
          <select
            id={id}
            className="input"
            value={values.correctsId ?? ''}
            onChange={(event) => change({ correctsId: event.target.value || null })}
          >
            <option value="">{t('more.correctsNone')}</option>
            {cleared.map((entry) => (
              <option key={entry.id} value={entry.id}>
                {formatDate(entry.at, language)}　{entry.text.slice(0, 30)}
              </option>
            ))}
          </select>
        </div>
      )}
    </details>
  );
}
