import { colours, type Scheme } from './tokens';

/** The charts' themes: lights in their order, no gradients; fonts and grid lines as in tables. */
export function chartTheme(scheme: Scheme, fontFamily: string) {
  const c = colours[scheme];
  const axis = {
    axisLine: { lineStyle: { color: c['c-line-strong'] } },
    axisTick: { show: false },
    axisLabel: { color: c['c-text-3'], fontSize: 13 },
    splitLine: { lineStyle: { color: c['c-line'] } },
  };
  return {
    backgroundColor: 'transparent',
    color: [c['l-red-fill'], c['l-yellow-fill'], c['l-green-fill'], c['l-grey-fill']],
    textStyle: { fontFamily, fontSize: 13, color: c['c-text-2'] },
    categoryAxis: axis,
    valueAxis: axis,
    tooltip: {
      backgroundColor: c['c-raised'],
      borderColor: c['c-line'],
      textStyle: { color: c['c-text'], fontFamily, fontSize: 13 },
    },
  };
}
