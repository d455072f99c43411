import { Icon } from '../signs/icon';

interface Props {
  label: string;
  /** What stands for no choice. */
  all: string;
  value: string | undefined;
  options: { value: string; label: string }[];
  onChange: (value: string | null) => void;
}

/** A filter: the browser's own list, so that it works with any keyboard, finger or reader. */
export function Choice({ label, all, value, options, onChange }: Props) {
  return (
    <span className={value === undefined ? 'pick' : 'pick on'}>
      <select
        className="chip"
        aria-label={label}
        value={value ?? ''}
        onChange={(event) => onChange(event.target.value || null)}
      >
        <option value="">{all}</option>
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <Icon name="down" />
    </span>
  );
}
