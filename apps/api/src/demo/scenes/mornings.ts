import { instantAt, plusDays } from '../months.js';
import type { Stage } from '../stage.js';

const HALF_AN_HOUR_MS = 1_800_000;

/** When files of the months are brought in: on the second working day of the next one, and this morning. */
export function fileMornings(stage: Stage): Date[] {
  const { months } = stage;
  const today = thisMorning(stage);
  const usual = Array.from({ length: 12 }, (_, i) => instantAt(months.zone, stage.workingDay(i + 2, 2), '07:30'));
  return [...usual.filter((at) => at < today), today];
}

/** 06:30 on the day of the anchor; on the day before when that has only just been, or is still to come. */
export function thisMorning({ months: { anchor, zone } }: Stage): Date {
  const day = anchor.toISOString().slice(0, 10);
  const mornings = [-2, -1, 0, 1].map((days) => instantAt(zone, plusDays(day, days), '06:30'));
  return mornings.filter((at) => at.getTime() <= anchor.getTime() - HALF_AN_HOUR_MS).at(-1)!;
}

export const MONTHS = Array.from({ length: 13 }, (_, i) => i + 1);
