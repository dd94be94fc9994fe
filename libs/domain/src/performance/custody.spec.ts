import { ALWAYS_OPEN, createCalendar, judgeClock, runningTimeOf } from '@accord/sla';
import fc from 'fast-check';
import { custodyOf, type Handover } from './custody.js';

const HOUR = 3_600_000;
const START = Date.UTC(2026, 2, 2, 8);
const at = (hours: number) => START + hours * HOUR;
const office = createCalendar({ zone: 'UTC', weekly: { mon: [['09:00', '17:00']], tue: [['09:00', '17:00']] } });
const clock = (stopAt: number, pauses: { from: number; to: number | null }[] = [], calendar = ALWAYS_OPEN) =>
  runningTimeOf({ calendar, startAt: START, stopAt, pauses });

describe('custody of a ticket', () => {
  it('knows for every moment of the clock who had the ticket, and in whose hands the time ran out', () => {
    const custody = custodyOf(
      clock(at(6)),
      [
        { at: at(0), holder: 'desk' },
        { at: at(1), holder: 'network' },
        { at: at(2), holder: 'network' },
        { at: at(5), holder: 'desk' },
      ],
      4 * HOUR,
    );
    expect(custody).toEqual({
      stretches: [
        { from: at(0), to: at(1), holder: 'desk', runningMs: HOUR },
        { from: at(1), to: at(5), holder: 'network', runningMs: 4 * HOUR },
        { from: at(5), to: at(6), holder: 'desk', runningMs: HOUR },
      ],
      shares: [
        { holder: 'network', runningMs: 4 * HOUR },
        { holder: 'desk', runningMs: 2 * HOUR },
      ],
      handovers: 2,
      ranOutWith: { holder: 'network' },
    });
  });

  it('says of the time before anything is known, and of nobody named, that nobody knows', () => {
    const custody = custodyOf(
      clock(at(4)),
      [
        { at: at(1), holder: 'desk' },
        { at: at(2), holder: null },
        { at: at(3), holder: 'desk' },
      ],
      HOUR / 2,
    );
    expect(custody.stretches.map(({ holder }) => holder)).toEqual([null, 'desk', null, 'desk']);
    expect(custody.handovers).toBe(0);
    expect(custody.ranOutWith).toEqual({ holder: null });
    expect(custodyOf(clock(at(1)), [], HOUR)).toMatchObject({ shares: [{ holder: null, runningMs: HOUR }] });
  });

  it('charges nobody for hours that are closed or held', () => {
    const handovers = [
      { at: at(0), holder: 'a' },
      { at: at(9), holder: 'b' },
      { at: at(26), holder: 'c' },
    ];
    const held = [{ from: at(2), to: at(4) }];
    // Monday 09:00 to 17:00 less two hours of waiting; then an hour of Tuesday from 09:00.
    expect(custodyOf(clock(at(26.5), held, office), handovers, 7 * HOUR).shares).toEqual([
      { holder: 'a', runningMs: 6 * HOUR },
      { holder: 'b', runningMs: HOUR },
      { holder: 'c', runningMs: HOUR / 2 },
    ]);
  });

  it('leaves who uses up the last of the time with it, also when the ticket is handed on at that instant', () => {
    const handovers = [
      { at: at(0), holder: 'a' },
      { at: at(2), holder: 'b' },
    ];
    expect(custodyOf(clock(at(3)), handovers, 2 * HOUR).ranOutWith).toEqual({ holder: 'a' });
    expect(custodyOf(clock(at(3)), handovers, 0).ranOutWith).toEqual({ holder: 'a' });
    expect(custodyOf(clock(at(3)), handovers, 3 * HOUR).ranOutWith).toBeUndefined();
    expect(custodyOf(clock(START), handovers, 0)).toEqual({ stretches: [], shares: [], handovers: 0 });
  });

  it('takes the last of several at one instant', () => {
    const handovers = [
      { at: at(0), holder: 'a' },
      { at: at(1), holder: 'b' },
      { at: at(1), holder: 'c' },
    ];
    expect(custodyOf(clock(at(2)), handovers, 0).stretches.map(({ holder }) => holder)).toEqual(['a', 'c']);
    const back = [...handovers, { at: at(1), holder: 'a' }];
    expect(custodyOf(clock(at(2)), back, 0).stretches).toEqual([
      { from: at(0), to: at(2), holder: 'a', runningMs: 2 * HOUR },
    ]);
  });

  it('adds up, whatever happened: minutes of the holders are those of the clock', () => {
    const offset = fc.integer({ min: -5 * HOUR, max: 80 * HOUR });
    const holder = fc.constantFrom('a', 'b', 'c', null);
    const events = fc.array(fc.record({ at: offset.map((ms) => START + ms), holder }), { maxLength: 12 });
    const pause = fc.tuple(offset, fc.integer({ min: 1, max: 9 * HOUR }), fc.boolean());
    const stories = fc.record({
      calendar: fc.constantFrom(ALWAYS_OPEN, office),
      stopAt: fc.option(fc.integer({ min: 0, max: 72 * HOUR }).map((ms) => START + ms)),
      pauses: fc.array(
        pause.map(([from, ms, open]) => ({ from: START + from, to: open ? null : START + from + ms })),
        { maxLength: 4 },
      ),
      events: events.map((told): Handover[] => told.sort((one, other) => one.at - other.at)),
      targetMs: fc.integer({ min: 0, max: 40 * HOUR }),
    });
    fc.assert(
      fc.property(stories, ({ events: told, targetMs, ...rest }) => {
        const known = { ...rest, startAt: START, asOf: at(75) };
        const judged = judgeClock({ ...known, targetMs });
        const { stretches, shares, ranOutWith } = custodyOf(runningTimeOf(known), told, targetMs);
        const sum = (parts: readonly { runningMs: number }[]) =>
          parts.reduce((all, { runningMs }) => all + runningMs, 0);
        expect(sum(stretches)).toBe(judged.elapsedMs);
        expect(sum(shares)).toBe(judged.elapsedMs);
        expect(ranOutWith !== undefined).toBe(judged.state === 'breached');
        stretches.forEach(({ from, holder: has }, i) => {
          if (i > 0)
            expect({ from, changed: has !== stretches[i - 1]!.holder }).toEqual({
              from: stretches[i - 1]!.to,
              changed: true,
            });
        });
        // The moment at which the time is used up lies in the stretch of whom it ran out with.
        const near = judged.dueAt.near;
        const within = stretches.find(({ from, to }) => from < near && near <= to);
        if (ranOutWith && targetMs > 0 && within) expect(within.holder).toBe(ranOutWith.holder);
      }),
    );
  });
});
