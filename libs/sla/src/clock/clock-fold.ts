import { isInstant } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { clip, type Interval } from '../foundation/interval.js';
import { type Clock, JudgedRunningTime } from './clock.js';
import { type ClockInDays, JudgedDays } from './clock-days.js';
import type { ClockEvent } from './clock-event.js';
import type { JudgedClock, KnownClock } from './clock-judgement.js';
import { type CheckedRule, type ClockTerms, type Subject, targetFor } from './clock-terms.js';
import { closedPauses } from './pause.js';

/** Not yet. */
export const NEVER = Infinity;

const NOTHING: Subject = Object.freeze({});
const NONE: never[] = [];

/**
 * What the events so far have made of a clock. Only {@link fold} changes it. Lists are shared until they grow: most
 * clocks of a log never pause, begin again or change.
 */
export class Folded {
  subject = NOTHING;
  rule: CheckedRule | null = null;
  startAt = NEVER;
  stopAt = NEVER;
  /** Since when it stands still. */
  heldFrom = NEVER;
  /** Beginning and end of each in turn, disjoint, apart and in order: a log of many keeps many of them. */
  pauses: number[] = NONE;
  /** As they were at the stop of each earlier cycle, and at each change of target, just before a restart. */
  earlier: Folded[] = NONE;
  changes: Folded[] = NONE;
  responded = false;
  lastAt = -Infinity;

  constructor(public terms: ClockTerms) {}

  /** One that can be carried on without changing this one. */
  copy(): Folded {
    const copy = this.snapshot();
    copy.pauses = [...this.pauses];
    copy.earlier = [...this.earlier];
    copy.changes = [...this.changes];
    return copy;
  }

  /** What stands now, without what came before. Later pauses may be added to its list. */
  snapshot(): Folded {
    const copy = new Folded(this.terms);
    copy.subject = this.subject;
    copy.rule = this.rule;
    copy.startAt = this.startAt;
    copy.stopAt = this.stopAt;
    copy.heldFrom = this.heldFrom;
    copy.pauses = this.pauses;
    copy.responded = this.responded;
    copy.lastAt = this.lastAt;
    return copy;
  }
}

/** Takes in the next event. `i` is its place in the log, to be named when it is refused. */
export function fold(folded: Folded, event: ClockEvent, i?: number): void {
  const { at } = event;
  if (!isInstant(at) || at < folded.lastAt) refuse(folded, event, i);
  folded.lastAt = at;
  const { metric } = folded.terms;
  switch (event.kind) {
    case 'start':
      if (folded.startAt !== NEVER) return;
      if (event.subject) folded.subject = event.subject;
      if (metric !== 'nextResponse') begin(folded, at);
      return;
    case 'pause':
      if (folded.heldFrom === NEVER) folded.heldFrom = at;
      return;
    case 'resume':
      return release(folded, at);
    case 'stop':
      return end(folded, at);
    case 'reopen':
      if (metric === 'resolution') begin(folded, at);
      return;
    case 'firstResponse':
    case 'response':
      folded.responded = true;
      if (metric !== 'resolution') end(folded, at);
      return;
    case 'customerReply':
      if (metric === 'nextResponse' && folded.responded) begin(folded, at);
      return;
    case 'priorityChange':
      folded.subject = { ...folded.subject, priority: event.priority };
      return retarget(folded, at);
    case 'policyChange':
      assertSameMetric(metric, event.terms.metric, i);
      folded.terms = event.terms;
      return retarget(folded, at);
    default:
      throw new InputError('MALFORMED', `${pathOf(i)}.kind`, (event as ClockEvent).kind, 'must be a kind of event');
  }
}

/** The clock as the events left it; null before it starts. */
export function clockOf({ rule, startAt, stopAt, heldFrom, pauses }: Folded): Clock | ClockInDays | null {
  if (rule === null) return null;
  const clock = {
    calendar: rule.calendar,
    startAt,
    pauses: heldFrom === NEVER || stopAt !== NEVER ? inPairs(pauses) : [...inPairs(pauses), { from: heldFrom, to: null }],
    stopAt: stopAt === NEVER ? null : stopAt,
  };
  if (rule.targetMs !== undefined) return { ...clock, targetMs: rule.targetMs };
  return { ...clock, targetDays: rule.targetDays, endOfWorkingDay: rule.endOfWorkingDay ?? false };
}

/** Judges a clock that has started, whatever its target is counted in. */
export function judgeFolded(
  folded: Folded,
  asOf: number,
  before?: KnownClock['before'],
  closed: readonly Interval[] = inPairs(folded.pauses),
): JudgedClock {
  const { rule, startAt, stopAt, heldFrom } = folded;
  const { calendar, targetMs, targetDays = 0, endOfWorkingDay = false } = rule!;
  const stopped = stopAt !== NEVER;
  const paused = !stopped && heldFrom !== NEVER;
  const endAt = stopped ? stopAt : asOf;
  const pauses = paused ? closedPauses([...closed, { from: heldFrom, to: endAt }], endAt) : closed;
  const known = { calendar, startAt, pauses, endAt, stopped, paused, before };
  if (targetMs !== undefined) return new JudgedRunningTime(known, targetMs);
  return new JudgedDays(known, { targetDays, endOfWorkingDay });
}

/** Judges what stood at a change of target, under the new one. */
export function judgeAtChange(change: Folded): JudgedClock {
  const { startAt, lastAt, pauses } = change;
  return judgeFolded(change, lastAt, undefined, clip(inPairs(pauses), { from: startAt, to: lastAt }));
}

function inPairs(ends: readonly number[]): Interval[] {
  const pairs: Interval[] = [];
  for (let i = 0; i < ends.length; i += 2) pairs.push({ from: ends[i]!, to: ends[i + 1]! });
  return pairs;
}

function begin(folded: Folded, at: number): void {
  if (folded.rule === null) {
    folded.rule = targetFor(folded.terms, folded.subject);
    folded.startAt = at;
    if (folded.heldFrom !== NEVER) folded.heldFrom = at;
  } else if (folded.stopAt !== NEVER) {
    beginAgain(folded, at);
  }
}

function beginAgain(folded: Folded, at: number): void {
  const policy = folded.terms.metric === 'nextResponse' ? 'restart' : folded.terms.reopen;
  if (policy === 'first') return;
  if (policy === 'restart') {
    folded.earlier = appended(folded.earlier, folded.snapshot());
    folded.startAt = at;
    folded.pauses = NONE;
    folded.rule = targetFor(folded.terms, folded.subject);
  }
  if (policy === 'resume') addPause(folded, folded.stopAt, at);
  if (policy !== 'neverStopped' && folded.heldFrom !== NEVER) folded.heldFrom = at;
  folded.stopAt = NEVER;
  retarget(folded, at);
}

/** A stop ends the pause that is open. */
function end(folded: Folded, at: number): void {
  if (folded.rule === null || folded.stopAt !== NEVER) return;
  release(folded, at);
  folded.stopAt = at;
}

function release(folded: Folded, at: number): void {
  const { heldFrom } = folded;
  if (heldFrom === NEVER) return;
  folded.heldFrom = NEVER;
  const counts = folded.stopAt === NEVER || folded.terms.reopen === 'neverStopped';
  if (folded.rule !== null && counts) addPause(folded, heldFrom, at);
}

function addPause(folded: Folded, from: number, to: number): void {
  if (from === to) return;
  const { pauses } = folded;
  if (pauses.length === 0) folded.pauses = [from, to];
  else if (pauses[pauses.length - 1] === from) pauses[pauses.length - 1] = to;
  else if (pauses.length < SHORT) folded.pauses = pauses.concat(from, to);
  else pauses.push(from, to);
}

/** A list that grows in place takes room for many more: a short one is made anew. */
const SHORT = 8;

/** Grows a list in place, unless it is the empty one that all share. */
function appended<Item>(list: Item[], item: Item): Item[] {
  if (list.length === 0) return [item];
  list.push(item);
  return list;
}

/** Gives a running clock the target that its terms now say; a stopped one keeps its verdict until it begins again. */
function retarget(folded: Folded, at: number): void {
  if (folded.rule === null || folded.stopAt !== NEVER) return;
  const rule = targetFor(folded.terms, folded.subject);
  if (rule === folded.rule) return;
  folded.rule = rule;
  folded.changes = appended(folded.changes, folded.snapshot());
  if (folded.terms.change === 'restart') folded.startAt = at;
}

function assertSameMetric(metric: string, changed: string, i?: number): void {
  if (metric === changed) return;
  throw new InputError('MISMATCH', `${pathOf(i)}.terms.metric`, changed, `must stay ${metric}`);
}

function refuse({ lastAt }: Folded, { at }: ClockEvent, i?: number): never {
  const fault = isInstant(at)
    ? `must not lie before ${lastAt}, the event before it`
    : 'must be whole epoch milliseconds in the years 1900 to 2199';
  throw new InputError('OUT_OF_RANGE', `${pathOf(i)}.at`, at, fault);
}

const pathOf = (i?: number): string => (i === undefined ? 'event' : `events[${i}]`);
