import type { EChartsCoreOption } from 'echarts/core';
import type { ChartColours } from '../../ui/chart';
import { formatInstant } from '../../ui/format-instant';
import { measuredValue, type Measured } from './measured-words';

export type MeasuredPicture = {
  measured: Measured;
  from: string;
  to: string;
  zone: string;
  /** The status of a probe holds until the next one. */
  stepped: boolean;
  /** Time that does not count. */
  excluded: readonly { from: string; to: string }[];
};

/** Few enough to be seen one by one. */
const SINGLE = 120;

/** Values over time in ECharts' terms, with the line that was promised and the time that does not count. */
export function measuredOption(picture: MeasuredPicture, colours: ChartColours): EChartsCoreOption {
  const { measured, from, to, zone, stepped, excluded } = picture;
  const { points, line, unit } = measured;
  const known = points.flatMap(({ value }) => (value == null ? [] : [value]));
  // What lies above every bucket is drawn at the top.
  const top = Math.max(line, ...known) * 1.1;
  const text = { color: colours.inkQuiet, fontSize: 11 };
  const days = Date.parse(to) - Date.parse(from) > 3 * 86_400_000;
  return {
    grid: { left: 60, right: 16, top: 16, bottom: 28 },
    tooltip: {
      trigger: 'axis',
      backgroundColor: colours.surface,
      borderColor: colours.grid,
      textStyle: { color: colours.ink, fontSize: 12 },
      formatter: ([first]: { dataIndex: number }[]) => {
        const point = first && points[first.dataIndex];
        if (!point) return '';
        const at = formatInstant(point.at, { zone, style: 'dateTimeSeconds' });
        return `${at}<br><b>${measuredValue(point.value, measured)}</b>`;
      },
    },
    xAxis: {
      type: 'time',
      min: Date.parse(from),
      max: Date.parse(to),
      axisLabel: {
        ...text,
        hideOverlap: true,
        showMaxLabel: false,
        formatter: (value: number) =>
          formatInstant(new Date(value).toISOString(), { zone, style: days ? 'day' : 'time' }),
      },
      axisLine: { lineStyle: { color: colours.grid }, onZero: false },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: {
      type: 'value',
      scale: unit === 'percent',
      ...(unit === 'percent' && { max: 100 }),
      axisLabel: { ...text, formatter: (value: number) => measuredValue(value, measured) },
      splitLine: { lineStyle: { color: colours.grid } },
    },
    series: [
      {
        type: 'line',
        step: stepped && 'end',
        showSymbol: points.length <= SINGLE,
        symbol: 'circle',
        symbolSize: 4,
        data: points.map(({ at, value }) => [Date.parse(at), value ?? top]),
        itemStyle: { color: colours.line },
        lineStyle: { color: colours.line, width: points.length <= SINGLE ? 1.5 : 1 },
        markLine: {
          silent: true,
          symbol: 'none',
          label: { show: false },
          lineStyle: { color: colours.bad, width: 1.5, type: 'solid' },
          data: [{ yAxis: line }],
        },
        markArea: {
          silent: true,
          itemStyle: { color: colours.band },
          label: { show: false },
          data: excluded.map((time) => [{ xAxis: Date.parse(time.from) }, { xAxis: Date.parse(time.to) }]),
        },
      },
    ],
  };
}
