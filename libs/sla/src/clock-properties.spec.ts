import fc from 'fast-check';
import {
  applyEvent,
  type ClockEvent,
  type ClockHistory,
  type ClockTermsDefinition,
  createClockTerms,
  judgeHistory,
  replay,
  targetsByPriority,
} from './index.js';
import { inOrder } from './clock/clock-fold.js';
import { instants, type Place, place, SPAN_DAYS, stretches } from './oracle/scenes.js';
import { DAY, daysLater, MINUTE, Walker } from './oracle/walker.js';

const HOUR = 3_600_000;
const priority = fc.constantFrom('P1', 'P2', 'P3');
const KINDS = ['pause', 'resume', 'stop', 'reopen', 'firstResponse', 'customerReply', 'response'] as const;
const targets = targetsByPriority({ P1: 4 * HOUR, P2: 9 * HOUR });

/** Logs in order on whole minutes, with all that logs of real tools hold: repeats, and events out of place. */
const log = (from: number): fc.Arbitrary<ClockEvent[]> =>
  fc
    .record({
      startAt: instants(from),
      priority,
      events: fc.array(
        fc.tuple(
          fc.integer({ min: 0, max: 2 * 1440 }),
          fc.oneof(
            { weight: 7, arbitrary: fc.constantFrom(...KINDS).map((kind) => ({ kind })) },
            { weight: 2, arbitrary: priority.map((changed) => ({ kind: 'priorityChange', priority: changed })) },
          ),
        ),
        { maxLength: 10 },
      ),
    })
    .map((drawn) => {
      let at = Math.floor(drawn.startAt / MINUTE) * MINUTE;
      const start = { kind: 'start', at, subject: { priority: drawn.priority } };
      const rest = drawn.events.map(([minutes, event]) => ({ ...event, at: (at += minutes * MINUTE) }));
      return [start, ...rest] as ClockEvent[];
    });

const told = (history: ClockHistory) => {
  const judgement = judgeHistory(history, history.lastAt + HOUR);
  return JSON.stringify([judgement, history.clock, history.changes, history.earlier, history.subject]);
};

describe.each(stretches)('%s from %s', (zone, start) => {
  const from = Date.parse(`${start}T00:00:00Z`);
  const until = from + SPAN_DAYS * DAY;
  const drawn = fc.record({ place: place(zone, from), events: log(from) });
  const withTargets = ({ calendar }: Place, definition: Partial<ClockTermsDefinition>) =>
    createClockTerms({ calendar, targets: [...targets, { targetDays: 3 }], ...definition });

  it('a replay is its events one by one, at every prefix, and leaves what was before alone', () => {
    const definition = fc.record({
      metric: fc.constantFrom('resolution', 'firstResponse', 'nextResponse'),
      reopen: fc.constantFrom('first', 'restart', 'resume', 'neverStopped'),
      change: fc.constantFrom('keepElapsed', 'restart'),
    });
    fc.assert(
      fc.property(drawn, definition, ({ place, events }, policies) => {
        const terms = withTargets(place, policies);
        let history = replay([], terms);
        const before: [ClockHistory, string][] = [];
        events.forEach((event, i) => {
          history = applyEvent(history, event);
          const now = told(history);
          expect(now).toBe(told(replay(events.slice(0, i + 1), terms)));
          before.push([history, now]);
        });
        for (const [earlier, then] of before) expect(told(earlier)).toBe(then);
      }),
      { numRuns: 25 },
    );
  });

  it('a change tells what judging the clock as it was then tells, whatever was paused and began again', () => {
    const definition = fc.record({
      reopen: fc.constantFrom('restart', 'resume', 'neverStopped'),
      change: fc.constantFrom('keepElapsed', 'restart'),
    });
    fc.assert(
      fc.property(drawn, definition, ({ place, events }, policies) => {
        const { changes, folded } = replay(events, withTargets(place, policies));
        const judged = inOrder(folded.changes).map(({ judged: then }) => then);
        expect(changes.map(({ elapsedAtChangeMs }) => elapsedAtChangeMs)).toEqual(
          judged.map(({ elapsedMs }) => elapsedMs),
        );
        if (policies.change === 'keepElapsed')
          expect(changes.map(({ breachedAtChange }) => breachedAtChange)).toEqual(
            judged.map(({ state }) => state === 'breached'),
          );
      }),
      { numRuns: 100 },
    );
  });

  it('a clock that resumes runs in the minutes in which the walker sees it run', () => {
    fc.assert(
      fc.property(drawn, ({ place, events }) => {
        const terms = withTargets(place, { targets: [...targets, { targetMs: 30 * HOUR }] });
        const history = replay(events, terms);
        const startAt = events[0]!.at;
        const endAt = stoppedAt(events) ?? history.lastAt;
        const runs = (minute: number) => place.opens(minute) && runsIn(events, minute);
        const walker = new Walker(runs, until, place.ends);
        const { elapsedMs, dueAt, state, remainingMs } = judgeHistory(history)!;

        expect(elapsedMs).toBe(walker.between(startAt, endAt));
        const walked = walker.add(startAt, elapsedMs + remainingMs);
        if (walked) expect(dueAt).toEqual(walked);
        expect(state === 'breached').toBe(endAt > dueAt.far);
      }),
      { numRuns: 25 },
    );
  });

  it('a clock in days is due after its dates, and the open time that the walker sees it held until its end', () => {
    fc.assert(
      fc.property(drawn, fc.nat(4), ({ place, events }, targetDays) => {
        const history = replay(events, withTargets(place, { targets: [{ targetDays }] }));
        const startAt = events[0]!.at;
        const endAt = stoppedAt(events) ?? history.lastAt;
        const open = new Walker(place.opens, until, place.ends);
        const running = new Walker((minute) => place.opens(minute) && runsIn(events, minute), until);
        const { elapsedMs, dueAt, state } = judgeHistory(history)!;

        expect(elapsedMs).toBe(running.between(startAt, endAt));
        const base = daysLater(place.written, startAt, targetDays, until);
        fc.pre(base !== null);
        const due = open.add(base!, open.between(startAt, endAt) - elapsedMs);
        fc.pre(due !== null);
        expect(dueAt).toEqual(due);
        expect(state === 'breached').toBe(endAt > due!.far);
      }),
      { numRuns: 40 },
    );
  });
});

/** What somebody who reads the log from the top says of a minute; a due date counts as if it went on after its end. */
function runsIn(events: readonly ClockEvent[], minute: number): boolean {
  if (minute >= (stoppedAt(events) ?? Infinity)) return true;
  let stopped = false;
  let held = false;
  for (const { kind, at } of events) {
    if (at > minute) return !stopped && !held;
    if (kind === 'stop') [stopped, held] = [true, stopped && held];
    if (kind === 'reopen') stopped = false;
    if (kind === 'pause') held = true;
    if (kind === 'resume') held = false;
  }
  return true;
}

/** Null when it was opened again, or never stopped. */
function stoppedAt(events: readonly ClockEvent[]): number | null {
  let at: number | null = null;
  for (const event of events) {
    if (event.kind === 'stop') at ??= event.at;
    if (event.kind === 'reopen') at = null;
  }
  return at;
}
