import { DatePicker } from 'antd';
import dayjs from 'dayjs';
import { useId } from 'react';
import { useLanguage, useTexts } from '../i18n/texts';
import { shellTexts } from '../shell/words';
import { Ant } from './ant';

interface Props {
  label: string;
  note?: string;
  value: string | null;
  onChange: (value: string | null) => void;
  /** The earliest day that may be chosen. */
  from?: string;
  disabled?: boolean;
  invalid?: boolean;
}

/** A calendar date, written as the reader writes it. */
export function DayField({ label, note, value, onChange, from, disabled = false, invalid = false }: Props) {
  const t = useTexts(shellTexts);
  const language = useLanguage();
  const id = useId();
  return (
    <div className="field">
      <label className="lb" htmlFor={id}>
        {label} {note !== undefined && <span className="meta">{note}</span>}
      </label>
      <Ant>
        <DatePicker
          id={id}
          disabled={disabled}
          style={{ width: '100%', maxWidth: 240 }}
          aria-label={label}
          aria-invalid={invalid}
          {...(invalid && { status: 'error' as const })}
          placeholder={t('date.pick')}
          // The ISO form is understood too, so that a date can be typed on any keyboard.
          format={[language === 'en' ? 'D MMMM YYYY' : 'YYYY年M月D日', 'YYYY-MM-DD']}
          value={value === null ? null : dayjs(value)}
          minDate={from === undefined ? undefined : dayjs(from)}
          onChange={(next) => onChange(next === null ? null : next.format('YYYY-MM-DD'))}
        />
      </Ant>
    </div>
  );
}
