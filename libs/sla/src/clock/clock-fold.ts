import { assertRecord, assertText, isInstant, isRecord } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { type Interval } from '../foundation/interval.js';
import { type Clock, JudgedRunningTime } from './clock.js';
import { type ClockInDays, JudgedDays } from './clock-days.js';
import type { ClockEvent } from './clock-event.js';
import type { JudgedClock, KnownClock } from './clock-judgement.js';
import { assertTerms, type CheckedRule, type ClockTerms, type Subject, targetFor } from './clock-terms.js';
import { closedPauses } from './pause.js';

/** Not yet. */
export const NEVER = Infinity;

const NOTHING: Subject = Object.freeze({});

/**
 * The latest of what a clock was, and those before it. What grows shares what was there: nothing is copied, nothing
 * changes, and each is judged once.
 */
export class Past {
  #judged: JudgedClock | undefined;

  constructor(
    readonly folded: Folded,
    readonly before: Past | null,
  ) {}

  /** What stood then: a cycle at its stop, a change of target under the new one. */
  get judged(): JudgedClock {
    return (this.#judged ??= judgeFolded(this.folded, this.folded.lastAt));
  }
}

/** A pause that has ended, and those before it: disjoint and apart. A log of many keeps many of them. */
export class Held implements Interval {
  constructor(
    readonly from: number,
    readonly to: number,
    readonly before: Held | null,
  ) {}
}

/** What the events so far have made of a clock. Only {@link fold} changes it. */
export class Folded {
  subject = NOTHING;
  rule: CheckedRule | null = null;
  startAt = NEVER;
  stopAt = NEVER;
  /** Since when it stands still. */
  heldFrom = NEVER;
  held: Held | null = null;
  /** As they were at the stop of each earlier cycle, and at each change of target, just before a restart. */
  earlier: Past | null = null;
  changes: Past | null = null;
  responded = false;
  lastAt = -Infinity;

  constructor(public terms: ClockTerms) {}

  /** One that can be carried on without changing this one. */
  copy(): Folded {
    const copy = this.snapshot();
    copy.earlier = this.earlier;
    copy.changes = this.changes;
    return copy;
  }

  /** What stands now, without what came before. */
  snapshot(): Folded {
    const copy = new Folded(this.terms);
    copy.subject = this.subject;
    copy.rule = this.rule;
    copy.startAt = this.startAt;
    copy.stopAt = this.stopAt;
    copy.heldFrom = this.heldFrom;
    copy.held = this.held;
    copy.responded = this.responded;
    copy.lastAt = this.lastAt;
    return copy;
  }
}

/** Takes in the next event. `i` is its place in the log, to be named when it is refused. */
export function fold(folded: Folded, event: ClockEvent, i?: number): void {
  if (!isRecord(event)) assertRecord(pathOf(i), event);
  const { at } = event;
  if (!isInstant(at) || at < folded.lastAt) refuse(folded, event, i);
  folded.lastAt = at;
  const { metric } = folded.terms;
  switch (event.kind) {
    case 'start':
      if (folded.startAt !== NEVER) return;
      if (event.subject !== undefined) {
        if (!isRecord(event.subject)) assertRecord(`${pathOf(i)}.subject`, event.subject);
        folded.subject = event.subject;
      }
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
      if (typeof event.priority !== 'string') assertText(`${pathOf(i)}.priority`, event.priority);
      folded.subject = { ...folded.subject, priority: event.priority };
      return retarget(folded, at);
    case 'policyChange':
      assertTerms(`${pathOf(i)}.terms`, event.terms);
      assertSameMetric(metric, event.terms.metric, i);
      folded.terms = event.terms;
      return retarget(folded, at);
    default:
      throw new InputError('MALFORMED', `${pathOf(i)}.kind`, (event as ClockEvent).kind, 'must be a kind of event');
  }
}

/** The clock as the events left it; null before it starts. */
export function clockOf({ rule, startAt, stopAt, heldFrom, held }: Folded): Clock | ClockInDays | null {
  if (rule === null) return null;
  const clock = {
    calendar: rule.calendar,
    startAt,
    pauses: heldFrom === NEVER || stopAt !== NEVER ? pausesOf(held) : [...pausesOf(held), { from: heldFrom, to: null }],
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
  closed: readonly Interval[] = pausesOf(folded.held),
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

/** In order of time. */
export function inOrder(latest: Past | null): Past[] {
  const past: Past[] = [];
  for (let one = latest; one; one = one.before) past.push(one);
  return past.reverse();
}

function pausesOf(held: Held | null): Interval[] {
  const pauses: Interval[] = [];
  for (let one = held; one; one = one.before) pauses.push({ from: one.from, to: one.to });
  return pauses.reverse();
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
    folded.earlier = new Past(folded.snapshot(), folded.earlier);
    folded.startAt = at;
    folded.held = null;
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
  const { held } = folded;
  folded.held = held?.to === from ? new Held(held.from, to, held.before) : new Held(from, to, held);
}

/** Gives a running clock the target that its terms now say; a stopped one keeps its verdict until it begins again. */
function retarget(folded: Folded, at: number): void {
  if (folded.rule === null || folded.stopAt !== NEVER) return;
  const rule = targetFor(folded.terms, folded.subject);
  if (rule === folded.rule) return;
  folded.rule = rule;
  folded.changes = new Past(folded.snapshot(), folded.changes);
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
