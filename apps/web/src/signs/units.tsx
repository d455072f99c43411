import type { Light } from '#contracts/status';
import { lights } from '#contracts/status';

export type LightCounts = Record<Light, number>;

/** Beyond this many, units would be too small to tell apart. */
const most = 20;

const inside = {
  red: <path fill="none" stroke="currentColor" strokeWidth="1.6" strokeLinecap="round" d="M4 1v3M4 7v0" />,
  yellow: <path fill="currentColor" d="M4 1 7.6 7H.4z" />,
  green: null,
  grey: null,
};

/** One unit a measure, worst first, with a mark inside; from 21 measures a stacked bar. */
export function Units({ counts, label }: { counts: LightCounts; label: string }) {
  const total = lights.reduce((sum, light) => sum + counts[light], 0);
  if (total > most)
    return (
      <div className="bar" role="img" aria-label={label}>
        {lights.map(
          (light) =>
            counts[light] > 0 && (
              <span key={light} className={`f-${light}`} style={{ flex: counts[light] }} />
            ),
        )}
      </div>
    );
  return (
    <div className="units" role="img" aria-label={label}>
      {lights.flatMap((light) =>
        Array.from({ length: counts[light] }, (_, index) => (
          <span key={`${light}${index}`} className={`f-${light}`}>
            {inside[light] && <svg viewBox="0 0 8 8">{inside[light]}</svg>}
          </span>
        )),
      )}
    </div>
  );
}
