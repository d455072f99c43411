/**
 * Every value of the design, once: custom properties for our own components, Ant Design's theme (antd.ts) and
 * the charts' (charts.ts) are all made from here. Contrast of each pair was measured: 4.5 for words, 3 for signs.
 */
export type Scheme = 'light' | 'dark';

const light = {
  // surfaces
  'c-bg': '#ffffff',
  'c-sunken': '#f5f6f8',
  'c-raised': '#ffffff',
  'c-hover': '#eff1f4',
  'c-selected': '#e7ebf1',
  'c-line': '#e0e4e9',
  'c-line-strong': '#828b96',
  // text, three steps; the third is the quietest allowed
  'c-text': '#14181d',
  'c-text-2': '#434b55',
  'c-text-3': '#5c6570',
  // action
  'c-accent': '#1a4f94',
  'c-accent-hover': '#123b72',
  'c-on-accent': '#ffffff',
  'c-accent-tint': '#e8f0fa',
  'c-focus': '#1a4f94',
  // lights: ink for words, fill for signs and bars, tint for grounds
  'l-red': '#ad2219',
  'l-red-fill': '#c4372c',
  'l-red-tint': '#fcebe9',
  'l-yellow': '#7d5200',
  'l-yellow-fill': '#b67c00',
  'l-yellow-tint': '#fdf2d8',
  'l-green': '#1c673f',
  'l-green-fill': '#378a5c',
  'l-green-tint': '#e6f3eb',
  'l-grey': '#5c6570',
  'l-grey-fill': '#838c96',
  'l-grey-tint': '#eceef1',
  // only our side sees this
  'p-bg': '#f3eefc',
  'p-field': '#ffffff',
  'p-line': '#b9a6e6',
  'p-hatch': '#8468c6',
  'p-ink': '#4f328f',
  'p-text-2': '#4a4560',
  // words of a source found by the importer
  'm-area': '#d5e5f7',
  'm-measure': '#e9f1f6',
  'm-current': '#ffe9a8',
  'shadow-bar': '0 1px 2px rgb(16 24 32 / .08), 0 8px 28px rgb(16 24 32 / .16)',
} as const;

export type ColourName = keyof typeof light;

const dark: Record<ColourName, string> = {
  'c-bg': '#15181c',
  'c-sunken': '#101316',
  'c-raised': '#22272d',
  'c-hover': '#1f242a',
  'c-selected': '#272e37',
  'c-line': '#2c3239',
  'c-line-strong': '#747e8a',
  'c-text': '#e8ebee',
  'c-text-2': '#bac2cb',
  'c-text-3': '#98a2ad',
  'c-accent': '#8db9f2',
  'c-accent-hover': '#b5d3fa',
  'c-on-accent': '#0b1a2e',
  'c-accent-tint': '#17283e',
  'c-focus': '#8db9f2',
  'l-red': '#f59b91',
  'l-red-fill': '#d9675c',
  'l-red-tint': '#391d1b',
  'l-yellow': '#e6b850',
  'l-yellow-fill': '#c4942b',
  'l-yellow-tint': '#332810',
  'l-green': '#7fcb9f',
  'l-green-fill': '#4f9d74',
  'l-green-tint': '#162c20',
  'l-grey': '#98a2ad',
  'l-grey-fill': '#77818c',
  'l-grey-tint': '#242a30',
  'p-bg': '#211b33',
  'p-field': '#17131f',
  'p-line': '#5d4c91',
  'p-hatch': '#8c74cf',
  'p-ink': '#c9b8fb',
  'p-text-2': '#c3bcd6',
  'm-area': '#1f344c',
  'm-measure': '#1d2730',
  'm-current': '#4a3c10',
  'shadow-bar': '0 1px 2px rgb(0 0 0 / .5), 0 10px 30px rgb(0 0 0 / .55)',
};

export const colours: Record<Scheme, Record<ColourName, string>> = { light, dark };

const hant =
  '"Noto Sans HK", "Noto Sans CJK HK", "PingFang HK", "Microsoft JhengHei UI", "Microsoft JhengHei", sans-serif';
const hans =
  '"Noto Sans SC", "Noto Sans CJK SC", "PingFang SC", "Microsoft YaHei UI", "Microsoft YaHei", sans-serif';
const latn =
  '"Noto Sans", "Noto Sans CJK HK", "Segoe UI", system-ui, "PingFang HK", "Microsoft JhengHei UI", sans-serif';

/** One family a script, its Latin and figures included: nothing is mixed inside a line. */
export const fonts = { hant, hans, en: latn } as const;

const signed = {
  hant: `"Noto Serif HK", "Noto Serif CJK HK", "Songti TC", ${hant}`,
  hans: `"Noto Serif SC", "Noto Serif CJK SC", "Songti SC", ${hans}`,
} as const;

export const sizes = {
  't-meta': '13px',
  't-meta-l': '20px',
  't-ui': '14px',
  't-ui-l': '22px',
  't-read': '16px',
  't-read-l': '1.8',
  't-signed': '18px',
  't-signed-l': '1.95',
  't-h3': '15px',
  't-h3-l': '24px',
  't-h2': '18px',
  't-h2-l': '28px',
  't-h1': '24px',
  't-h1-l': '34px',
  'measure-read': '38em',
  's-1': '4px',
  's-2': '8px',
  's-3': '12px',
  's-4': '16px',
  's-5': '20px',
  's-6': '24px',
  's-8': '32px',
  's-10': '40px',
  's-12': '48px',
  'r-1': '3px',
  'r-2': '6px',
  'r-3': '8px',
  'h-control': '32px',
  'h-row': '44px',
  'w-nav': '212px',
} as const;

const block = (selector: string, values: Record<string, string>) =>
  `${selector}{${Object.entries(values)
    .map(([name, value]) => `--${name}:${value}`)
    .join(';')}}`;

/** The stylesheet of custom properties. Without a choice it follows the system; paper is always light. */
export function tokensCss(): string {
  const darkRules = (selector: string) => `${selector}{color-scheme:dark}${block(selector, dark)}`;
  return [
    ':root{color-scheme:light}',
    block(':root', light),
    block(':root', sizes),
    block(':root', {
      'f-hant': hant,
      'f-hans': hans,
      'f-latn': latn,
      'f-signed-hant': signed.hant,
      'f-signed-hans': signed.hans,
      'f-ui': 'var(--f-hant)',
      'f-signed': 'var(--f-signed-hant)',
    }),
    block(':lang(zh-Hant)', { 'f-ui': 'var(--f-hant)', 'f-signed': 'var(--f-signed-hant)' }),
    block(':lang(zh-Hans)', { 'f-ui': 'var(--f-hans)', 'f-signed': 'var(--f-signed-hans)' }),
    block(':lang(en)', { 'f-ui': 'var(--f-latn)' }),
    `@media screen and (prefers-color-scheme:dark){${darkRules(':root:not([data-theme="light"])')}}`,
    `@media screen{${darkRules(':root[data-theme="dark"]')}}`,
    `@media (pointer:coarse){${block(':root', { 'h-control': '44px', 'h-row': '52px' })}}`,
  ].join('\n');
}
