import { BarChart } from 'echarts/charts';
import { AriaComponent, GridComponent, TooltipComponent } from 'echarts/components';
import { init, registerTheme, use as register, type EChartsCoreOption } from 'echarts/core';
import { CanvasRenderer } from 'echarts/renderers';
import { useEffect, useRef, type RefObject } from 'react';
import { scriptOf } from '#i18n/language';
import { useLanguage } from '../i18n/texts';
import { chartTheme } from './charts';
import { useTheme } from './scheme';
import { fonts } from './tokens';

register([BarChart, AriaComponent, GridComponent, TooltipComponent, CanvasRenderer]);

/** Draws an option into an element, in the theme in force, and follows its size. */
export function useChart(option: EChartsCoreOption): RefObject<HTMLDivElement | null> {
  const element = useRef<HTMLDivElement>(null);
  const { scheme } = useTheme();
  const family = fonts[scriptOf(useLanguage())];

  useEffect(() => {
    if (!element.current) return;
    const name = `luoshi-${scheme}`;
    registerTheme(name, chartTheme(scheme, family));
    const chart = init(element.current, name);
    chart.setOption(option);
    const observer = new ResizeObserver(() => chart.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      chart.dispose();
    };
  }, [option, scheme, family]);

  return element;
}
