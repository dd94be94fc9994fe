import fc from 'fast-check';
import {
  createCalendar,
  createTerms,
  decideTicket,
  judge,
  judgeClock,
  periodOf,
  periodsBetween,
  type Ticket,
} from '../index.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const start = Date.UTC(2026, 0, 15);
const hours: [string, string][] = [['09:00', '17:00']];
const calendar = createCalendar({
  zone: 'America/New_York',
  weekly: { mon: hours, tue: hours, thu: hours, sat: [['20:00', '04:00']] },
});
const terms = createTerms({
  indicator: { kind: 'ticketsInTime', targetMs: 12 * HOUR },
  objective: { comparator: 'gte', targetPercent: '90' },
  calendar,
});

const instant = fc.integer({ min: 0, max: 90 * 24 * 4 }).map((quarter) => start + (quarter * HOUR) / 4);
const ticket: fc.Arbitrary<Ticket> = fc
  .tuple(
    instant,
    fc.option(instant),
    fc.array(fc.tuple(instant, fc.integer({ min: 0, max: 5 * DAY })), { maxLength: 3 }),
  )
  .map(([startAt, stopAt, pauses]) => ({
    ref: 't',
    startAt,
    stopAt,
    pauses: pauses.map(([from, ms]) => ({ from, to: from + ms })),
  }));
const decide = (given: Ticket, asOf?: number) => decideTicket({ calendar, targetMs: 12 * HOUR }, given, asOf);

describe('a ticket', () => {
  it('is decided as its clock is judged', () => {
    fc.assert(
      fc.property(ticket, instant, (given, asOf) => {
        const { state, elapsedMs } = judgeClock({
          calendar,
          targetMs: 12 * HOUR,
          pauses: given.pauses!,
          ...given,
          asOf,
        });
        const decision = { running: 'undecided', met: 'met', breached: 'missed' }[state];

        expect(decide(given, asOf)).toMatchObject({ decision, elapsedMs });
      }),
      { numRuns: 1000 },
    );
  });

  it('keeps its verdict and its instant, whenever somebody looks again', () => {
    fc.assert(
      fc.property(ticket, instant, instant, (given, a, b) => {
        const early = decide(given, Math.min(a, b));
        const late = decide(given, Math.max(a, b));
        fc.pre(early.decidedAt !== null);

        expect([late.decision, late.decidedAt]).toEqual([early.decision, early.decidedAt]);
      }),
      { numRuns: 1000 },
    );
  });

  it('counts in exactly one period once it is decided', () => {
    fc.assert(
      fc.property(ticket, (given) => {
        fc.pre(given.stopAt !== null);
        const periods = periodsBetween('month', 'Europe/Berlin', start, start + 200 * DAY);
        const counted = periods.filter(
          (period) => judge(terms, period, { kind: 'tickets', tickets: [given] }).denominator === '1',
        );
        const { decidedAt } = decide(given);

        expect(counted).toEqual([periodOf('month', 'Europe/Berlin', decidedAt!)]);
      }),
      { numRuns: 300 },
    );
  });

  it('has no due date while an open pause holds it, and cannot be missed', () => {
    const held = { ref: 'held', startAt: start, pauses: [{ from: start + HOUR, to: null }] };

    expect(decide(held, start + 300 * DAY)).toMatchObject({ decision: 'undecided', dueAt: null, decidedAt: null });
  });

  it('is not counted when its priority has no target', () => {
    const promised = { calendar, targetMs: { P1: HOUR } };

    expect(decideTicket(promised, { ref: 'a', startAt: start, priority: 'toString' }).decision).toBe('notCounted');
    expect(decideTicket(promised, { ref: 'b', startAt: start }).decision).toBe('notCounted');
  });
});
