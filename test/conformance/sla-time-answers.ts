import {
  addBusinessDays,
  addOpenTime,
  businessDaysBetween,
  type Calendar,
  changeTarget,
  clockOfCycles,
  type ClockJudgement,
  deadlineInDays,
  deadlineOf,
  isOpen,
  judgeClock,
  nextOpen,
  openPeriods,
  openTimeBetween,
  prevOpen,
  type ReopenPolicy,
  subtractOpenTime,
  thresholdAt,
  thresholdDaysAt,
} from '@accord/sla';
import { type Answers, instant, pair, pauses, printed, printedPair } from './sla-vector.js';

/** What libs/sla answers to the operations on calendars and clocks. */
export const timeAnswers: Answers = {
  add: ({ at, durationMs }, calendar) => printedPair(addOpenTime(calendar(), instant(at), durationMs)),
  subtract: ({ at, durationMs }, calendar) => printedPair(subtractOpenTime(calendar(), instant(at), durationMs)),
  between: ({ from, to }, calendar) => ({ openMs: openTimeBetween(calendar(), instant(from), instant(to)) }),
  isOpen: ({ at }, calendar) => ({ open: isOpen(calendar(), instant(at)) }),
  nextOpen: ({ at }, calendar) => ({ at: printed(nextOpen(calendar(), instant(at))) }),
  prevOpen: ({ at }, calendar) => ({ at: printed(prevOpen(calendar(), instant(at))) }),
  periods: ({ from, to }, calendar) => ({
    periods: openPeriods(calendar(), { from: instant(from), to: instant(to) }).map((period) => pair(period)),
  }),

  addBusinessDays: ({ date, days }, calendar) => ({
    count: addBusinessDays(calendar(), date, days, 'count'),
    rollFirst: addBusinessDays(calendar(), date, days, 'rollFirst'),
  }),
  businessDaysBetween: ({ from, to }, calendar) => ({ ...businessDaysBetween(calendar(), from, to) }),

  clock: ({ startAt, targetMs, stopAt, asOf, ...input }, calendar) => {
    const clock = { calendar: calendar(), startAt: instant(startAt), targetMs, pauses: pauses(input.pauses) };
    if (!stopAt && !asOf) return { dueAt: printedPair(deadlineOf(clock)) };
    return printedJudgement(
      judgeClock(stopAt ? { ...clock, stopAt: instant(stopAt) } : { ...clock, asOf: instant(asOf) }),
    );
  },
  threshold: ({ dueAt, offsetMs, offsetDays }, calendar) =>
    offsetMs === undefined
      ? { at: printed(thresholdDaysAt(calendar(), instant(dueAt), offsetDays)) }
      : printedPair(thresholdAt(calendar(), instant(dueAt), offsetMs)),
  clockDays: ({ startAt, targetDays, endOfWorkingDay, ...input }, calendar) => {
    const clock = { calendar: calendar(), startAt: instant(startAt), targetDays, endOfWorkingDay };
    const due = deadlineInDays({ ...clock, pauses: pauses(input.pauses) });
    return { ...due, baseDueAt: printed(due.baseDueAt), dueAt: printedPair(due.dueAt) };
  },
  policyChange: ({ startAt, targetMs, change, ...input }, calendar) => {
    const clock = { calendar: calendar(), startAt: instant(startAt), targetMs, pauses: pauses(input.pauses) };
    const changed = { at: instant(change.at), targetMs: change.targetMs, calendar: calendar(change.calendar) };
    const keep = changeTarget(clock, changed, 'keepElapsed');
    const restart = changeTarget(clock, changed, 'restart');
    return {
      elapsedAtChangeMs: keep.elapsedAtChangeMs,
      keepElapsed: { dueAt: printedPair(deadlineOf(keep.clock)), breachedAtChange: keep.breachedAtChange },
      restart: { dueAt: printedPair(deadlineOf(restart.clock)) },
    };
  },
  reopen: (input, calendar) => {
    const judged = (policy: ReopenPolicy) => printedJudgement(reopened(input, calendar(), policy));
    const [first, restart, resume, neverStopped] = [
      judged('first'),
      judged('restart'),
      judged('resume'),
      judged('neverStopped'),
    ];
    return { first, restart, resume, neverStopped };
  },
};

function reopened({ targetMs, cycles, asOf }: any, calendar: Calendar, policy: ReopenPolicy): ClockJudgement {
  return judgeClock({ calendar, targetMs, ...clockOfCycles(pauses(cycles), policy), asOf: instant(asOf) });
}

function printedJudgement({ dueAt, elapsedMs, remainingMs, state }: ClockJudgement) {
  return { dueAt: printedPair(dueAt), elapsedMs, remainingMs, state };
}
