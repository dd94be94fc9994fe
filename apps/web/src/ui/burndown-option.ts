import type { EChartsCoreOption } from 'echarts/core';
import type { BurndownData } from './burndown';
import type { ChartColours } from './chart';
import { notesSeries } from './burndown-notes';
import { formatInstant } from './format-instant';

type Words = { left: string; even: string; projection: string };

/** The burndown in ECharts' terms: step line, even burn, dashed projection, bands for exclusions, pins for incidents. */
export function burndownOption(data: BurndownData, colours: ChartColours, words: Words): EChartsCoreOption {
  const at = (instant: string) => Date.parse(instant);
  const points = data.points.map((point) => [at(point.at), Number(point.leftPercent)]);
  const last = points.at(-1);
  const lowest = Math.min(0, ...points.map(([, left]) => left ?? 0), Number(data.projection?.leftPercent ?? 0));
  const floor = lowest < 0 ? Math.max(-200, Math.floor(lowest / 50) * 50) : 0;
  const text = { color: colours.inkQuiet, fontSize: 11 };

  return {
    grid: { left: 44, right: 16, top: 26, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.grid,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: ([first]: { value: [number, number] }[]) =>
        first
          ? `${formatInstant(new Date(first.value[0]).toISOString(), { zone: data.zone })}<br><b>${first.value[1].toFixed(1)}%</b>`
          : '',
    },
    xAxis: {
      type: 'time',
      min: at(data.from),
      max: at(data.to),
      axisLabel: {
        ...text,
        hideOverlap: true,
        showMaxLabel: false,
        formatter: (value: number) => formatInstant(new Date(value).toISOString(), { zone: data.zone, style: 'day' }),
      },
      axisLine: { lineStyle: { color: colours.grid }, onZero: false },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      min: floor,
      max: 100,
      interval: floor < 0 ? 50 : 25,
      axisLabel: { ...text, formatter: '{value}%' },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    series: [
      {
        name: words.even,
        type: 'line',
        symbol: 'none',
        silent: true,
        data: data.withoutEvenBurn
          ? []
          : [
              [at(data.from), 100],
              [at(data.to), 0],
            ],
        lineStyle: { color: colours.quiet, width: 1 },
      },
      {
        name: words.left,
        type: 'line',
        step: 'end',
        symbol: 'none',
        sampling: 'lttb',
        data: points,
        lineStyle: { color: colours.line, width: 2 },
        areaStyle: { color: colours.line, opacity: 0.08, origin: floor },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.bad, width: 1.5, type: 'solid' },
          data: [{ yAxis: 0 }],
        },
        markArea: {
          silent: true,
          itemStyle: { color: colours.band },
          label: { show: false },
          data: (data.exclusions ?? []).map(({ from, to }) => [{ xAxis: at(from) }, { xAxis: at(to) }]),
        },
        markPoint: {
          symbol: 'pin',
          symbolSize: 22,
          itemStyle: { color: colours.bad },
          label: { show: false },
          data: (data.incidents ?? []).map((incident) => ({
            name: incident.label,
            coord: [at(incident.at), leftAt(points, at(incident.at))],
          })),
        },
      },
      {
        name: words.projection,
        type: 'line',
        symbol: 'none',
        silent: true,
        data: data.projection && last ? [last, [at(data.projection.at), Number(data.projection.leftPercent)]] : [],
        lineStyle: { color: colours.line, width: 1.5, type: 'dashed' },
      },
      notesSeries(data, floor, colours),
    ],
  };
}

/** Budget left at an instant: the newest point before it. */
function leftAt(points: number[][], instant: number): number {
  return points.findLast(([at]) => (at ?? 0) <= instant)?.[1] ?? 100;
}
