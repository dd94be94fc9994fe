import { assertInstant, assertList, assertRecord, assertText } from '../foundation/check.js';
import { type Plain, type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import type { Clock } from './clock.js';
import { type RecordedChange, recordedChanges } from './clock-changes.js';
import type { ClockInDays } from './clock-days.js';
import type { ClockEvent, LoggedEvent } from './clock-event.js';
import { clockOf, fold, Folded, inOrder, judgeFolded, type Past } from './clock-fold.js';
import type { ClockJudgement } from './clock-judgement.js';
import { MOST_TOLD } from './clock-steps.js';
import { assertTerms, type ClockTerms, type Subject, type TargetRule } from './clock-terms.js';

/** A clock as its events have made it. Immutable; made by {@link replay}, carried on by {@link applyEvent}. */
export class ClockHistory {
  /** @internal */
  constructor(/** @internal */ readonly folded: Folded) {}

  get terms(): ClockTerms {
    return this.folded.terms;
  }

  /** What targets are chosen by, as it is now. */
  get subject(): Subject {
    return this.folded.subject;
  }

  /** The rule that gave the target; null before the clock starts. */
  get rule(): TargetRule | null {
    return this.folded.rule;
  }

  /** Ready to be judged; null before it starts. The last cycle, where every cycle is a clock of its own. */
  get clock(): Clock | ClockInDays | null {
    return clockOf(this.folded);
  }

  /** The judged cycles before this one: of `restart`, and of next responses. */
  get earlier(): readonly ClockJudgement[] {
    return inOrder(this.folded.earlier).map(({ judged }) => judged);
  }

  get changes(): readonly RecordedChange[] {
    return recordedChanges(inOrder(this.folded.changes));
  }

  /** When the last event happened; -Infinity before the first. */
  get lastAt(): number {
    return this.folded.lastAt;
  }

  /** @internal */
  judge(asOf: number): ClockJudgement | null {
    if (this.folded.rule === null) return null;
    return judgeFolded(this.folded, asOf, () => historySteps(this.folded));
  }

  /** @internal */
  with(event: ClockEvent): ClockHistory {
    const folded = this.folded.copy();
    fold(folded, event);
    return new ClockHistory(folded);
  }
}

/**
 * A clock from the log of its events, in order of time. The same as {@link applyEvent} one by one.
 *
 * @example
 * const terms = createClockTerms({ calendar, targets: targetsByPriority({ P1: 4 * HOUR, P2: 8 * HOUR }) });
 * const history = replay([{ kind: 'start', at, subject: { priority: 'P1' } }, { kind: 'stop', at: at + HOUR }], terms);
 * judgeHistory(history)?.state; // 'met'
 *
 * @throws {InputError} When an event is at no instant or before the one before it, or no rule gives a target.
 */
export function replay(events: readonly ClockEvent[], terms: ClockTerms): ClockHistory {
  assertList('events', events);
  assertTerms('terms', terms);
  const folded = new Folded(terms);
  for (let i = 0; i < events.length; i += 1) fold(folded, events[i]!, i);
  return new ClockHistory(folded);
}

/** The clock after one more event; the given one stays as it is. @throws {InputError} As {@link replay}. */
export function applyEvent(history: ClockHistory, event: ClockEvent): ClockHistory {
  assertHistory(history);
  return history.with(event);
}

/** {@link replay} of a log that tells of many: a clock for each `ref`. */
export function replayLog(events: readonly LoggedEvent[], terms: ClockTerms): Map<string, ClockHistory> {
  assertList('events', events);
  assertTerms('terms', terms);
  const byRef = new Map<string, ClockHistory>();
  for (let i = 0; i < events.length; i += 1) {
    const event = events[i]!;
    let history = byRef.get(event?.ref);
    if (!history) byRef.set(refOf(event, i), (history = new ClockHistory(new Folded(terms))));
    fold(history.folded, event, i);
  }
  return byRef;
}

/**
 * Judges the clock of a history; null before it starts.
 *
 * @param asOf When the last event happened, if left out.
 * @throws {InputError} When `asOf` lies before the last event: replay the events until then instead.
 */
export function judgeHistory(history: ClockHistory, asOf?: number): ClockJudgement | null {
  assertHistory(history);
  if (asOf === undefined) return history.judge(history.lastAt);
  assertInstant('asOf', asOf);
  if (asOf >= history.lastAt) return history.judge(asOf);
  throw new InputError('OUT_OF_RANGE', 'asOf', asOf, 'must not lie before the last event');
}

function assertHistory(history: ClockHistory): void {
  if (!(history instanceof ClockHistory)) throw new InputError('MISSING', 'history', history, 'must be a history');
}

function refOf(event: LoggedEvent, i: number): string {
  assertRecord(`events[${i}]`, event);
  assertText(`events[${i}].ref`, event.ref);
  return event.ref;
}

/** By which rule the target was chosen, and what was changed or begun again: the first of them, and how many more. */
function historySteps({ subject, rule, earlier, changes }: Folded): Step[] {
  const cycles = inOrder(earlier);
  const changed = inOrder(changes);
  return [
    ...cycles.slice(0, MOST_TOLD).map(({ judged: { elapsedMs, state } }) => {
      return step('clock.earlierCycle', { elapsedMs }, state);
    }),
    ...furtherStep('clock.furtherCycles', cycles),
    ...recordedChanges(changed.slice(0, MOST_TOLD)).map(({ at, policy, elapsedAtChangeMs, breachedAtChange }) => {
      return step('clock.change', { at, policy, elapsedAtChangeMs }, breachedAtChange);
    }),
    ...furtherStep('clock.furtherChanges', changed),
    step('clock.target', { subject }, rule && targetOf(rule)),
  ];
}

function furtherStep(rule: string, all: readonly Past[]): Step[] {
  return all.length > MOST_TOLD ? [step(rule, {}, all.length - MOST_TOLD)] : [];
}

function targetOf({ when = {}, targetMs, targetDays }: TargetRule): Plain {
  return targetMs === undefined ? { when, targetDays } : { when, targetMs };
}
