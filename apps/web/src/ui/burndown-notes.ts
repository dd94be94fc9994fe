import type { BurndownData } from './burndown';
import type { ChartColours } from './chart';

/** What people wrote, in ECharts' terms: a numbered pin at the foot for each, and a dashed frame around a stretch of time. */
export function notesSeries({ notes = [], from, to }: BurndownData, foot: number, colours: ChartColours) {
  // What began before the period has its pin where the period begins.
  const at = (instant: string) => Math.min(Math.max(Date.parse(instant), Date.parse(from)), Date.parse(to));
  return {
    type: 'line',
    data: [],
    silent: true,
    markArea: {
      silent: true,
      itemStyle: { color: 'transparent', borderColor: colours.note, borderWidth: 1, borderType: 'dashed' },
      data: notes.flatMap((note) => (note.to ? [[{ xAxis: at(note.from) }, { xAxis: at(note.to) }]] : [])),
    },
    markPoint: {
      silent: true,
      symbol: 'circle',
      symbolSize: 18,
      symbolOffset: [0, -10],
      itemStyle: { color: colours.note },
      label: { show: true, color: colours.surface, fontSize: 10, fontWeight: 600, formatter: '{b}' },
      data: notes.map((note) => ({ name: String(note.number), coord: [at(note.from), foot] })),
    },
  };
}
