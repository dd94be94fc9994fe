import { periodName } from '@accord/domain';
import { countedIn } from '../measured/count-intervals.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import { MONTHS, thisMorning } from './mornings.js';
import type { Scene } from './scene.js';

const MINUTES_LATER_MS = 20 * 60_000;

/** The counts of a month are entered on the second working day of the next one, what is newer this morning. */
export function countScenes(stage: Stage): Scene[] {
  const { months, random } = stage;
  const today = thisMorning(stage);
  return MONTHS.flatMap((month): Scene[] => {
    const usual = month === 13 ? today : instantAt(months.zone, stage.workingDay(month + 1, 2), '15:00');
    const at = new Date(Math.min(usual.getTime(), today.getTime()) + MINUTES_LATER_MS);
    const counted = countedIn(month, at, months, random);
    if (counted.length === 0) return [];
    const counts = () =>
      counted.map(({ service, ...count }) => ({ ...count, serviceId: stage.id('service', service) }));
    const step = `Counts of ${periodName(months.period(month))}`;
    return [{ at, step, effort: 20, play: () => stage.measurementsOf('mara').counts(...counts()) }];
  });
}
