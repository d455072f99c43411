import { limits } from '#contracts/limits';

interface Props {
  label: string;
  note: string;
  values: string[];
  onChange: (values: string[]) => void;
}

/** Several names, one a line. */
export function LinesField({ label, note, values, onChange }: Props) {
  return (
    <label className="field">
      <span className="lb">
        {label} <span className="meta">{note}</span>
      </span>
      <textarea
        className="area-in"
        rows={Math.max(2, values.length)}
        value={values.join('\n')}
        onChange={(event) =>
          onChange(
            event.target.value === ''
              ? []
              : event.target.value.split('\n').map((name) => name.slice(0, limits.title)),
          )
        }
      />
    </label>
  );
}
