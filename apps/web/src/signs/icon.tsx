import type { ReactNode } from 'react';

/** Line icons of 16 units; they stand beside words and say nothing by themselves. */
const paths = {
  lock: (
    <>
      <rect x="3" y="7" width="10" height="7" rx="1.5" />
      <path d="M5.2 7V5a2.8 2.8 0 0 1 5.6 0v2" />
    </>
  ),
  search: (
    <>
      <circle cx="7" cy="7" r="4.5" />
      <path d="m10.5 10.5 3 3" />
    </>
  ),
  left: <path d="m10 3-5 5 5 5" />,
  right: <path d="m6 3 5 5-5 5" />,
  down: <path d="m3 6 5 5 5-5" />,
  check: <path d="m3.5 8.5 3 3 6-7" />,
  x: <path d="m4 4 8 8M12 4l-8 8" />,
  clip: (
    <path d="m12.8 7.6-5 5a3 3 0 0 1-4.2-4.3l5.4-5.3a2 2 0 0 1 2.9 2.9l-5.3 5.2a1 1 0 0 1-1.5-1.4l4.6-4.5" />
  ),
  return: (
    <>
      <path d="M6 3.5 2.5 7 6 10.5" />
      <path d="M3 7h6.5a3.5 3.5 0 0 1 0 7H8" />
    </>
  ),
  send: <path d="M8 12.5v-9M4.5 7 8 3.5 11.5 7" />,
  doc: (
    <>
      <path d="M4 1.8h5l3.2 3.2v9.2H4z" />
      <path d="M8.8 2v3.2H12" />
    </>
  ),
  clock: (
    <>
      <circle cx="8" cy="8" r="6" />
      <path d="M8 4.8V8l2.4 1.6" />
    </>
  ),
  work: <path d="M2.5 4h2M7 4h6.5M2.5 8h2M7 8h6.5M2.5 12h2M7 12h6.5" />,
  meeting: <path d="M3 2.5v11M13 2.5v11M3 5h10M3 11h10" />,
  list: (
    <>
      <rect x="2.2" y="2.8" width="11.6" height="10.4" rx="1.5" />
      <path d="M2.2 6.4h11.6M6.4 6.4v6.8" />
    </>
  ),
  calendar: (
    <>
      <rect x="2.2" y="3.2" width="11.6" height="10.6" rx="1.5" />
      <path d="M2.2 6.8h11.6M5.4 1.6v3M10.6 1.6v3" />
    </>
  ),
  download: <path d="M8 2.5v8M4.5 7.5 8 11l3.5-3.5M3 13.5h10" />,
  menu: <path d="M2.5 4.5h11M2.5 8h11M2.5 11.5h11" />,
  edit: <path d="M3 13l.6-2.8 7.2-7.2 2.2 2.2-7.2 7.2z" />,
  mail: (
    <>
      <rect x="2.2" y="3.2" width="11.6" height="9.6" rx="1.5" />
      <path d="m2.8 4.6 5.2 4 5.2-4" />
    </>
  ),
  activity: <path d="M2 8h2.6l2-4.6 2.8 9.2L11.2 8H14" />,
  plus: <path d="M8 3.5v9M3.5 8h9" />,
  minus: <path d="M3.5 8h9" />,
  pause: <path d="M5.5 3.5v9M10.5 3.5v9" />,
  play: <path d="M5 3.2v9.6L12.5 8z" />,
  camera: (
    <>
      <rect x="1.8" y="4.4" width="12.4" height="8.6" rx="1.5" />
      <circle cx="8" cy="8.7" r="2.4" />
      <path d="M5.6 4.4 6.4 3h3.2l.8 1.4" />
    </>
  ),
  up: <path d="m3 10 5-5 5 5" />,
  import: <path d="M8 2.5v7M5 6.8 8 9.8l3-3M2.5 10.5v3h11v-3" />,
} satisfies Record<string, ReactNode>;

export type IconName = keyof typeof paths;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg className="i" viewBox="0 0 16 16" aria-hidden="true">
      {paths[name]}
    </svg>
  );
}

export function Brand() {
  return (
    <svg
      viewBox="0 0 24 24"
      aria-hidden="true"
      fill="none"
      strokeWidth="2.4"
      strokeLinecap="round"
      strokeLinejoin="round"
    >
      <path d="M3 4v16M21 4v16" stroke="currentColor" />
      <path d="m7.4 12.6 3.2 3.4 6-8" stroke="var(--c-accent)" />
    </svg>
  );
}
