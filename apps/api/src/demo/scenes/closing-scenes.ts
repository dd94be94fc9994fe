import { periodName } from '@accord/domain';
import { Passing } from '../../performance/evaluation/passing.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import { MONTHS } from './mornings.js';
import type { Scene } from './scene.js';

/** Months, and the quarters that end with them, are closed on the third working day; what runs is judged as of today. */
export function closingScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const judged = (at: Date, step: string): Scene => ({
    at,
    step,
    effort: 15,
    play: () => stage.get(Passing).judge(at),
  });
  const closed = (at: Date, step: string, period: string): Scene => ({
    at,
    step,
    effort: 15,
    play: () => stage.measurementsOf('mara').closed(period, null),
  });
  const closings = MONTHS.slice(0, 12).flatMap((month): Scene[] => {
    const period = months.period(month);
    const [year, number] = period.split('-').map(Number) as [number, number];
    const step = `Closing ${periodName(period)}`;
    const at = (time: string) => instantAt(months.zone, stage.workingDay(month + 1, 3), time);
    return [
      judged(at('09:30'), step),
      closed(at('10:00'), step, period),
      ...(number % 3 === 0 ? [closed(at('10:10'), step, `${year}-Q${number / 3}`)] : []),
    ];
  });
  return [...closings, judged(months.anchor, 'Today')];
}
