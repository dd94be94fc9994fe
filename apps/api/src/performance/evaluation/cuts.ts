import { burnWindow } from '@accord/domain';
import { daysAround, openPeriods } from '@accord/sla';
import type { Judging } from './judge-period.js';

/**
 * The instants at which a judgement tells what was counted before from what was after, besides the ends of time taken
 * out: midnights, how far it goes, where the windows of its burn rates begin, and, where a credit is paid for days on
 * which open time was lost, when the service opens and closes.
 */
export function cutsOf({ period, pinned }: Judging, at: Date): number[] {
  const instants = daysAround(period.zone, period);
  const judgedTo = Math.min(at.getTime(), period.to);
  if (judgedTo < period.to)
    instants.push(judgedTo, ...([1, 7] as const).map((days) => burnWindow(period, judgedTo, days).from));
  const { calendar, creditSchedule } = pinned.terms;
  if (creditSchedule && 'perDay' in creditSchedule.definition && !calendar.alwaysOpen)
    instants.push(...openPeriods(calendar, period).flatMap(({ from, to }) => [from, to]));
  return instants;
}
