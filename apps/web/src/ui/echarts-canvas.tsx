import { useComputedColorScheme } from '@mantine/core';
import { LineChart } from 'echarts/charts';
import {
  GridComponent,
  MarkAreaComponent,
  MarkLineComponent,
  MarkPointComponent,
  TooltipComponent,
} from 'echarts/components';
import { init, use as register, type EChartsCoreOption, type EChartsType } from 'echarts/core';
import { SVGRenderer } from 'echarts/renderers';
import { useEffect, useRef } from 'react';
import type { ChartColours } from './chart';

register([
  LineChart,
  GridComponent,
  TooltipComponent,
  MarkLineComponent,
  MarkAreaComponent,
  MarkPointComponent,
  SVGRenderer,
]);

type Props = { label: string; height: number; option: (colours: ChartColours) => EChartsCoreOption };

/** Holds one ECharts instance; sizes with its place, and is drawn anew when the colour scheme changes. */
export function EchartsCanvas({ label, height, option }: Props) {
  const element = useRef<HTMLDivElement>(null);
  const chart = useRef<EChartsType>(undefined);
  const scheme = useComputedColorScheme('light');

  useEffect(() => {
    if (!element.current) return;
    const instance = init(element.current, null, { renderer: 'svg' });
    chart.current = instance;
    const observer = new ResizeObserver(() => instance.resize());
    observer.observe(element.current);
    return () => {
      observer.disconnect();
      instance.dispose();
    };
  }, []);

  useEffect(() => {
    if (!element.current) return;
    chart.current?.setOption({ animation: false, ...option(coloursOf(element.current)) }, { notMerge: true });
  }, [option, scheme]);

  return <div ref={element} role="img" aria-label={label} style={{ height, width: '100%' }} />;
}

function coloursOf(element: HTMLElement): ChartColours {
  const style = getComputedStyle(element);
  const read = (name: string) => style.getPropertyValue(name).trim();
  return {
    line: read('--chart-line'),
    quiet: read('--chart-quiet'),
    bad: read('--chart-bad'),
    band: read('--chart-band'),
    note: read('--chart-note'),
    ink: read('--ink'),
    inkQuiet: read('--ink-quiet'),
    grid: read('--line'),
    surface: read('--surface'),
  };
}
