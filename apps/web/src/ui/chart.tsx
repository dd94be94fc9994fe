import { Skeleton } from '@mantine/core';
import type { EChartsCoreOption } from 'echarts/core';
import { lazy, Suspense } from 'react';

const EchartsCanvas = lazy(() => import('./echarts-canvas').then((module) => ({ default: module.EchartsCanvas })));

export type ChartColours = Record<
  'line' | 'quiet' | 'bad' | 'band' | 'note' | 'ink' | 'inkQuiet' | 'grid' | 'surface',
  string
>;

type Props = {
  /** The picture in words. */
  label: string;
  height?: number;
  /** Built anew for each colour scheme. */
  option: (colours: ChartColours) => EChartsCoreOption;
};

/** An ECharts picture as SVG. The library comes only when a picture does, and the room is kept meanwhile. */
export function Chart({ label, height = 260, option }: Props) {
  return (
    <Suspense fallback={<Skeleton height={height} radius="sm" />}>
      <EchartsCanvas label={label} height={height} option={option} />
    </Suspense>
  );
}
