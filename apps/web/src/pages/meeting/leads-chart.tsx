import { useMemo } from 'react';
import { lights, type Light } from '#contracts/status';
import { named } from '#i18n/language';
import type { Meeting } from '../../api/types';
import { useLanguage, useTexts } from '../../i18n/texts';
import { domainTexts } from '../../signs/light';
import { useChart } from '../../theme/chart';
import { useTheme } from '../../theme/scheme';
import { colours } from '../../theme/tokens';

interface Props {
  leads: Meeting['leads'];
  label: string;
  height: number;
}

export function LeadsChart({ leads, label, height }: Props) {
  const words = useTexts(domainTexts);
  const language = useLanguage();
  const { scheme } = useTheme();

  const option = useMemo(() => {
    const c = colours[scheme];
    // A pattern beside the colour: yellow dotted, grey hollow.
    const looks: Record<Light, object> = {
      red: {},
      yellow: {
        decal: {
          symbol: 'circle',
          symbolSize: 0.5,
          color: c['c-bg'],
          dashArrayX: [4, 4],
          dashArrayY: [4, 4],
        },
      },
      green: {},
      grey: { color: 'transparent', borderColor: c['l-grey-fill'], borderWidth: 1.5 },
    };
    return {
      animation: false,
      aria: { enabled: true, label: { enabled: false } },
      grid: { left: 8, right: 24, top: 8, bottom: 28, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' } },
      xAxis: { type: 'value', minInterval: 1 },
      yAxis: {
        type: 'category',
        inverse: true,
        data: leads.map(({ organisation }) => named(organisation.short, language)),
      },
      series: lights.map((light) => ({
        type: 'bar',
        name: words(`light.${light}`),
        stack: 'lights',
        barWidth: 12,
        itemStyle: looks[light],
        data: leads.map((lead) => lead[light]),
      })),
    };
  }, [leads, language, scheme, words]);

  const element = useChart(option);
  return <div ref={element} className="chart" role="img" aria-label={label} style={{ height }} />;
}
