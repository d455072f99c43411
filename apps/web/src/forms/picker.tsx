import { Select } from 'antd';
import { useId } from 'react';
import { Ant } from './ant';

interface Option {
  value: string;
  label: string;
}

interface One {
  label: string;
  note?: string;
  placeholder: string;
  options: Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  clearable?: boolean;
  /** Told what is typed where the options come from the server, which then has chosen among them. */
  onSearch?: (text: string) => void;
}

const search = { optionFilterProp: 'label' } as const;

/** One of many, found by typing. */
export function Picker({
  label,
  note,
  placeholder,
  options,
  value,
  onChange,
  clearable = false,
  onSearch,
}: One) {
  const id = useId();
  return (
    <div className="field">
      <label className="lb" htmlFor={id}>
        {label} {note !== undefined && <span className="meta">{note}</span>}
      </label>
      <Ant>
        <Select<string>
          id={id}
          style={{ width: '100%' }}
          aria-label={label}
          showSearch={onSearch ? { filterOption: false, onSearch } : search}
          allowClear={clearable}
          placeholder={placeholder}
          options={options}
          value={value ?? undefined}
          onChange={(next: string | undefined) => onChange(next ?? null)}
        />
      </Ant>
    </div>
  );
}

interface Many extends Omit<One, 'value' | 'onChange' | 'clearable' | 'onSearch'> {
  value: string[];
  onChange: (value: string[]) => void;
  max: number;
}

/** Several of many. */
export function ManyPicker({ label, note, placeholder, options, value, onChange, max }: Many) {
  const id = useId();
  return (
    <div className="field">
      <label className="lb" htmlFor={id}>
        {label} {note !== undefined && <span className="meta">{note}</span>}
      </label>
      <Ant>
        <Select<string[]>
          id={id}
          mode="multiple"
          style={{ width: '100%' }}
          aria-label={label}
          showSearch={search}
          maxCount={max}
          placeholder={placeholder}
          options={options}
          value={value}
          onChange={onChange}
        />
      </Ant>
    </div>
  );
}
