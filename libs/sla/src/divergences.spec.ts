import { alertPairs, type BudgetAlert, errorBudgetRatio, meanOfRatios, occurrences, readAlerts } from './burn.js';
import {
  addBusinessDays,
  addMonthsAt,
  addOpenTime,
  ALWAYS_OPEN,
  type Calendar,
  changeTarget,
  type ClockEvent,
  clockOfCycles,
  type Combination,
  combineCredits,
  createCalendar,
  createClockTerms,
  createCreditSchedule,
  createTerms,
  type CreditCaps,
  deadlineInDays,
  deadlineOf,
  type Evidence,
  intersectionOf,
  isOpen,
  judge,
  judgeClock,
  judgeHistory,
  nextOpen,
  openTimeBetween,
  periodById,
  replay,
  type TermsDefinition,
  unionOf,
} from './index.js';

// Where the libraries and products of the field disagree, and what we answer. The numbers are those of
// test/conformance/vectors/sla/divergences.json.

const HOUR = 3_600_000;
const MINUTE = 60_000;
const at = (text: string) => Date.parse(`${text}Z`);
const hours: [string, string][] = [['09:00', '17:00']];
const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const office = createCalendar({ zone: 'Etc/UTC', weekly });
const march = periodById('Etc/UTC', '2026-03');
const available = (terms: Partial<TermsDefinition>, evidence: Partial<Evidence>) =>
  judge(
    createTerms({
      indicator: { kind: 'availability' },
      objective: { comparator: 'gte', targetPercent: '99' },
      ...terms,
    }),
    march,
    { kind: 'outages', outages: [], ...evidence } as Evidence,
  );

it('dv-01 landing on closing time: both ends are told', () => {
  const due = addOpenTime(office, at('2010-12-24T09:00'), 8 * HOUR);

  expect(due).toEqual({ near: at('2010-12-24T17:00'), far: at('2010-12-27T09:00') });
});

it('dv-02 zero duration: near is the start, far the next opening', () => {
  expect(addOpenTime(office, at('2010-12-25T12:33'), 0)).toEqual({
    near: at('2010-12-25T12:33'),
    far: at('2010-12-27T09:00'),
  });
});

it('dv-03 closing minute: closed', () => {
  expect(isOpen(office, at('2010-12-24T17:00'))).toBe(false);
});

it('dv-04 a Sunday on which clocks are set back: 25 hours', () => {
  const sundays = createCalendar({ zone: 'Europe/Paris', weekly: { sun: [['00:00', '24:00']] } });

  expect(openTimeBetween(sundays, at('2020-10-24T22:00'), at('2020-10-25T23:00'))).toBe(25 * HOUR);
});

it('dv-05 opening in the spring gap: clamped to the change', () => {
  const gap = createCalendar({ zone: 'America/Los_Angeles', weekly: { sun: [['02:30', '03:15']] } });

  expect(openTimeBetween(gap, at('2006-04-02T00:00'), at('2006-04-03T00:00'))).toBe(15 * MINUTE);
});

it('dv-06 closing in the repeated hour: first occurrence', () => {
  const early = createCalendar({ zone: 'America/New_York', weekly: { sun: [['00:00', '01:30']] } });

  expect(addOpenTime(early, at('2014-11-02T00:00'), 1.5 * HOUR).near).toBe(at('2014-11-02T05:30'));
});

it('dv-07 reversed interval: negative', () => {
  expect(openTimeBetween(office, at('2026-03-03T12:00'), at('2026-03-03T10:00'))).toBe(-2 * HOUR);
});

it('dv-08 24 hour day: 24:00, and 23:59 is refused with a hint', () => {
  expect(ALWAYS_OPEN.definition.weekly.mon).toEqual([['00:00', '24:00']]);
  expect(() => createCalendar({ zone: 'Etc/UTC', weekly: { mon: [['00:00', '23:59']] } })).toThrow('"24:00"');
});

it('dv-09 overnight shift: belongs to the day it opens', () => {
  const night: [string, string][] = [['22:00', '06:00']];
  const nights = createCalendar({
    zone: 'Etc/UTC',
    weekly: { mon: night, tue: night, wed: night, thu: night, fri: night },
  });

  expect([isOpen(nights, at('2026-03-07T01:00')), isOpen(nights, at('2026-03-09T01:00'))]).toEqual([true, false]);
});

it('dv-10 resolution: milliseconds', () => {
  expect(addOpenTime(office, at('2026-03-03T09:00'), 1).near).toBe(at('2026-03-03T09:00:00.001'));
});

it('dv-11 pause outside business time: moves nothing', () => {
  const clock = { calendar: office, startAt: at('2026-03-06T16:00'), targetMs: 2 * HOUR };
  const pauses = [{ from: at('2026-03-07T10:00'), to: at('2026-03-08T10:00') }];

  expect(deadlineOf({ ...clock, pauses })).toEqual(deadlineOf({ ...clock, pauses: [] }));
});

it('dv-12 resolved straight from a pause: the stop ends the pause', () => {
  const clock = { calendar: ALWAYS_OPEN, startAt: at('2026-02-01T00:00'), targetMs: 4 * HOUR };
  const pauses = [{ from: at('2026-02-01T01:00'), to: null }];

  expect(judgeClock({ ...clock, pauses, stopAt: at('2026-08-01T00:00') })).toMatchObject({
    state: 'met',
    elapsedMs: HOUR,
  });
});

it('dv-13 re-open: a policy, resume by default', () => {
  const cycles = [
    { from: at('2026-03-03T09:00'), to: at('2026-03-03T10:00') },
    { from: at('2026-03-03T14:00'), to: at('2026-03-03T15:30') },
  ];

  expect(judgeClock({ calendar: ALWAYS_OPEN, targetMs: HOUR, ...clockOfCycles(cycles) }).elapsedMs).toBe(2.5 * HOUR);
});

it('dv-14 priority change: keeps what has elapsed and the pauses, and says when that breaches', () => {
  const pauses = [{ from: at('2026-03-03T10:00'), to: at('2026-03-03T10:15') }];
  const clock = { calendar: ALWAYS_OPEN, startAt: at('2026-03-03T10:00'), targetMs: 3 * HOUR, pauses };
  const changed = changeTarget(clock, { at: at('2026-03-03T11:00'), targetMs: HOUR / 2 });

  expect(deadlineOf(changed.clock).near).toBe(at('2026-03-03T10:45'));
  expect(changed.breachedAtChange).toBe(true);
});

it('dv-15 edited calendar: an instance never changes, an edit makes another one', () => {
  const edited = createCalendar({ ...office.definition, holidays: ['2026-03-03'] });

  expect(edited).not.toBe(office);
  expect(isOpen(office, at('2026-03-03T10:00'))).toBe(true);
});

it('dv-16 update target: a next-response clock starts only after the first response', () => {
  const terms = createClockTerms({ metric: 'nextResponse', calendar: office, targets: [{ targetMs: HOUR }] });
  const log: ClockEvent[] = [
    { kind: 'start', at: at('2026-03-03T09:00') },
    { kind: 'customerReply', at: at('2026-03-03T09:30') },
    { kind: 'firstResponse', at: at('2026-03-03T11:00') },
    { kind: 'customerReply', at: at('2026-03-03T13:00') },
  ];

  expect(judgeHistory(replay(log.slice(0, 3), terms))).toBeNull();
  expect(judgeHistory(replay(log, terms))!.dueAt.near).toBe(at('2026-03-03T14:00'));
});

it('dv-17 equality: met iff elapsed is at most the target', () => {
  const clock = { calendar: ALWAYS_OPEN, startAt: 0, targetMs: HOUR, pauses: [] };

  expect([HOUR, HOUR + 1].map((stopAt) => judgeClock({ ...clock, stopAt }).state)).toEqual(['met', 'breached']);
});

it('dv-18 late, but noticed after resolving: breached', () => {
  const clock = { calendar: ALWAYS_OPEN, startAt: 0, targetMs: HOUR, pauses: [], stopAt: 6 * HOUR };

  expect(judgeClock({ ...clock, asOf: 100 * HOUR }).state).toBe('breached');
});

it('dv-19 calendar with no open time: refused', () => {
  expect(() => createCalendar({ zone: 'Etc/UTC', weekly: { mon: [] } })).toThrow(
    expect.objectContaining({ code: 'NO_OPEN_TIME' }),
  );
});

it('dv-20 time zone: that of the calendar', () => {
  const tokyo = createCalendar({ zone: 'Asia/Tokyo', weekly });

  expect([isOpen(tokyo, at('2026-03-03T00:00')), isOpen(office, at('2026-03-03T00:00'))]).toEqual([true, false]);
});

it('dv-21 yearly holiday range: expanded to dates, over New Year too', () => {
  const closed = createCalendar({ zone: 'Etc/UTC', weekly, holidays: ['--12-24/--01-02'] });

  expect(nextOpen(closed, at('2026-12-23T17:00'))).toBe(at('2027-01-04T09:00'));
});

it('dv-22 stepping days: by local dates, also over a clock change', () => {
  const berlin = createCalendar({ zone: 'Europe/Berlin', weekly: { sun: hours } });

  expect(addOpenTime(berlin, at('2026-03-28T22:30'), HOUR).near).toBe(at('2026-03-29T08:00'));
});

it('dv-23 several calendars: their instants are united or intersected, each in its own zone', () => {
  const tokyo = createCalendar({ zone: 'Asia/Tokyo', weekly: { tue: [['16:00', '20:00']] } });
  const open = (calendar: Calendar) => openTimeBetween(calendar, at('2026-03-03T00:00'), at('2026-03-04T00:00')) / HOUR;

  expect([open(tokyo), open(office)]).toEqual([4, 8]); // 07:00 to 11:00 and 09:00 to 17:00
  expect([open(intersectionOf([office, tokyo])), open(unionOf([office, tokyo]))]).toEqual([2, 10]);
});

it('dv-24 targets in days: at the same time of day, or at closing, as the promise says', () => {
  const days = { calendar: office, startAt: at('2026-03-04T21:54'), targetDays: 1, pauses: [] };
  const due = (endOfWorkingDay: boolean) => deadlineInDays({ ...days, endOfWorkingDay }).baseDueAt;

  expect([due(false), due(true)]).toEqual([at('2026-03-05T21:54'), at('2026-03-05T17:00')]);
  expect(addBusinessDays(office, '2026-03-07', 1)).toBe('2026-03-09');
});

it('dv-25 month unit: calendar months in the zone, up to the end of a shorter one', () => {
  const berlin = createCalendar({ zone: 'Europe/Berlin', weekly });

  expect(addMonthsAt(berlin, at('2025-10-31T11:00'), 4)).toBe(at('2026-02-28T11:00'));
  expect(addMonthsAt(berlin, at('2026-02-28T11:00'), 4)).toBe(at('2026-06-28T10:00'));
});

it('dv-26 missing measurements: a policy, ignored by default, with coverage and a floor', () => {
  const gaps = [{ ref: 'g', from: march.from, to: march.from + 372 * HOUR }];
  const verdict = (missingData: TermsDefinition['missingData']) =>
    available({ missingData }, { gaps } as Partial<Evidence>).verdict;

  expect(verdict({ gaps: 'ignore' })).toBe('met');
  expect(verdict({ gaps: 'bad' })).toBe('missed');
  expect(verdict({ gaps: 'ignore', coverageFloorPercent: '50.1' })).toBe('insufficientData');
});

it('dv-27 a ratio over a period: of sums; a mean only where it is declared', () => {
  const slices = [
    { good: 10, total: 1000 },
    { good: 5, total: 10 },
  ];

  expect([Number(occurrences(slices)), meanOfRatios(slices)]).toEqual([15 / 1010, '0.255']);
});

it('dv-28 the report of March: the calendar month in the zone of the contract', () => {
  expect(periodById('Europe/Berlin', '2026-03')).toMatchObject({
    from: at('2026-02-28T23:00'),
    to: at('2026-03-31T22:00'),
  });
});

it('dv-29 burn rate windows: four pairs, each factor from its part of the budget; an alert is strictly above', () => {
  const day = 24 * HOUR;
  const factors = (days: number) => alertPairs(days * day).map(({ burnRate }) => burnRate);
  const pages: BudgetAlert[] = alertPairs(30 * day).slice(0, 1);
  const alert = (ratio: string) => readAlerts('99.9', pages, () => ratio)[0]!.raised;

  expect(factors(30)).toEqual(['14.4', '6', '3', '1']);
  expect(factors(28).slice(0, 2)).toEqual(['13.44', '5.6']);
  expect([alert('0.0144'), alert('0.01440001')]).toEqual([false, true]);
});

it('dv-30 rounding before comparing: never', () => {
  const outages = [{ ref: 'o', from: march.from, to: march.from + 26_784_001 }];

  expect(available({}, { outages } as Partial<Evidence>).verdict).toBe('missed'); // 98.99999996 %
});

it('dv-31 float budget: exact', () => {
  expect(errorBudgetRatio('99.9')).toBe('0.001');
});

it('dv-32 excluded time: removed, or counted as up', () => {
  const evidence = {
    outages: [{ ref: 'o', from: march.from + HOUR, to: march.from + 3 * HOUR }],
    maintenance: [{ ref: 'm', from: march.from, to: march.from + 2 * HOUR }],
  } as Partial<Evidence>;
  const denominator = (excludedTime: TermsDefinition['excludedTime']) =>
    available({ excludedTime }, evidence).denominator;

  expect([denominator('removed'), denominator('countsAsUp')]).toEqual([String(742 * HOUR), String(744 * HOUR)]);
});

it('dv-33 tier bounds: each with its inclusivity; overlaps are refused', () => {
  const tiers = [
    { gte: '99', lt: '99.9', percent: '10' },
    { gte: null, lt: '99.0', percent: '25' },
  ];

  expect(createCreditSchedule({ tiers }).tiers).toHaveLength(2);
  expect(() => createCreditSchedule({ tiers: [tiers[0]!, { ...tiers[1]!, lt: '99.1' }] })).toThrow(
    expect.objectContaining({ code: 'OVERLAP' }),
  );
});

it('dv-34 several breaches: sum, highest or points, each incident once, capped in the period and in the year', () => {
  const charge = { amount: '1000.00', currency: 'EUR' };
  const breaches = [
    { ref: 'availability', percent: '3', points: 2, incident: '17' },
    { ref: 'response', percent: '2', points: 1, incident: '17' },
    { ref: 'restore', percent: '4', points: 3 },
  ];
  const combined = (combination: Combination, caps: CreditCaps = {}) =>
    combineCredits({ combination, charge, ...caps }, breaches).amount;
  const year = { cap: { amount: '100', currency: 'EUR' }, credited: { amount: '75', currency: 'EUR' } };

  expect([combined('sum'), combined('max')]).toEqual(['70.00', '40.00']);
  expect(combined({ points: [{ points: 5, percent: '8' }] })).toBe('80.00');
  expect([combined('sum', { capPercent: '6' }), combined('sum', { year })]).toEqual(['60.00', '25.00']);
});
