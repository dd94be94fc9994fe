import fc from 'fast-check';
import {
  type CreditScheduleDefinition,
  createCreditSchedule,
  createTerms,
  creditFor,
  type Evidence,
  judge,
  periodById,
} from '../index.js';

const HOUR = 3_600_000;
const missedBy = (numerator: string, denominator: string, more = {}) =>
  ({ verdict: 'missed', numerator, denominator, ...more }) as const;
const owed = (definition: CreditScheduleDefinition, result: ReturnType<typeof missedBy>, amount = '720.00') =>
  creditFor({ schedule: createCreditSchedule(definition), result, charge: { amount, currency: 'USD' } });

describe('a proportional credit', () => {
  const lostTime = { proportional: { factor: '1' } };

  it('gives back what was lost: seven of 720 hours at a dollar each', () => {
    const credit = owed(lostTime, missedBy('713', '720'));

    expect(credit).toMatchObject({ amount: '7.00', tier: null, capped: false });
    expect(credit.explanation[0]).toEqual({
      rule: 'credit.proportional',
      inputs: { verdict: 'missed', deemed: false, lost: '7', of: '720', factor: '1' },
      result: '0.9722222222222222222222222222222222',
    });
  });

  it('is rounded once: a third of 0.015 is half a cent, which is one', () => {
    expect(owed(lostTime, missedBy('2', '3'), '0.015').amount).toBe('0.01');
  });

  it('multiplies by the factor and stops at the cap, or at the charge', () => {
    expect(owed({ proportional: { factor: '10' } }, missedBy('713', '720')).amount).toBe('70.00');
    expect(owed({ proportional: { factor: '10' }, capPercent: '5' }, missedBy('713', '720'))).toMatchObject({
      percent: '5',
      amount: '36.00',
      capped: true,
    });
    expect(owed({ proportional: { factor: '200' } }, missedBy('713', '720')).amount).toBe('720.00');
  });

  it('reads the bad part where less is better, and pays all when deemed missed', () => {
    const schedule = createCreditSchedule(lostTime, 'lte');
    const charge = { amount: '100.00', currency: 'USD' };

    expect(creditFor({ schedule, result: missedBy('3', '100'), charge }).amount).toBe('3.00');
    expect(creditFor({ schedule, result: missedBy('0', '0', { deemed: true }), charge }).amount).toBe('100.00');
  });

  it('pays nothing for a promise that was kept', () => {
    expect(owed(lostTime, { ...missedBy('719', '720'), verdict: 'met' } as never).amount).toBe('0.00');
  });

  it('refuses a factor below 0, and a miss of nothing', () => {
    expect(() => createCreditSchedule({ proportional: { factor: '-1' } })).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'proportional.factor' }),
    );
    expect(() => owed(lostTime, missedBy('0', '0'))).toThrow(
      expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'result.denominator' }),
    );
  });
});

describe('a credit per day', () => {
  const daily = { perDay: { percent: '5' }, capPercent: '25' };
  const june = periodById('Europe/Berlin', '2026-06');
  const office = {
    zone: 'Europe/Berlin',
    weekly: Object.fromEntries(['mon', 'tue', 'wed', 'thu', 'fri'].map((day) => [day, [['09:00', '17:00']]])),
  } as never;
  const judged = (calendar: unknown, outages: [string, string][]) =>
    judge(
      createTerms({
        indicator: { kind: 'availability' },
        objective: { comparator: 'gte', targetPercent: '99.9' },
        calendar: calendar as never,
        creditSchedule: daily,
      }),
      june,
      {
        kind: 'outages',
        outages: outages.map(([from, to], i) => ({ ref: `${i}`, from: Date.parse(from), to: Date.parse(to) })),
      } satisfies Evidence,
      { charge: { amount: '1000.00', currency: 'EUR' } },
    ).credit;

  it('counts the dates of the zone on which the promise was broken, each once', () => {
    // 23:30 to 00:30 in Berlin, and later on the second of the two dates.
    const outages: [string, string][] = [
      ['2026-06-10T21:30:00Z', '2026-06-10T22:30:00Z'],
      ['2026-06-11T10:00:00Z', '2026-06-11T12:00:00Z'],
    ];

    expect(judged(null, outages)).toMatchObject({ percent: '10', amount: '100.00' });
  });

  it('counts only dates with open time: a weekend between two days costs nothing', () => {
    expect(judged(office, [['2026-06-12T14:00:00Z', '2026-06-15T08:00:00Z']])).toMatchObject({ percent: '10' });
  });

  it('stops at the cap', () => {
    expect(judged(null, [['2026-06-10T00:00:00Z', '2026-06-20T00:00:00Z']])).toMatchObject({
      percent: '25',
      capped: true,
    });
  });

  it('goes on where a clock is set back over midnight', () => {
    const atlantic = periodById('Atlantic/Azores', '2026-10');
    const terms = createTerms({
      indicator: { kind: 'availability' },
      objective: { comparator: 'gte', targetPercent: '99.9' },
      creditSchedule: daily,
    });
    const outages = [{ ref: 'o', from: Date.parse('2026-10-24T23:00:00Z'), to: Date.parse('2026-10-25T03:00:00Z') }];

    expect(judge(terms, atlantic, { kind: 'outages', outages }).credit).toMatchObject({ percent: '10' });
  });

  it('refuses a miss of which the days are not told', () => {
    expect(() => owed(daily, missedBy('1', '2'))).toThrow(
      expect.objectContaining({ code: 'MISSING', path: 'result.breachDays' }),
    );
  });
});

describe('a credit never falls', () => {
  const bad = fc.integer({ min: 1, max: 720 * HOUR });
  const factor = fc.integer({ min: 0, max: 3000 }).map((tenths) => (tenths / 10).toFixed(1));

  it('as more is lost', () => {
    fc.assert(
      fc.property(bad, bad, factor, (a, b, f) => {
        const amount = (lost: number) =>
          Number(owed({ proportional: { factor: f } }, missedBy(String(720 * HOUR - lost), String(720 * HOUR))).amount);
        expect(amount(Math.max(a, b))).toBeGreaterThanOrEqual(amount(Math.min(a, b)));
      }),
      { numRuns: 500 },
    );
  });

  it('as it takes more days', () => {
    fc.assert(
      fc.property(fc.nat(40), fc.nat(40), (a, b) => {
        const percent = (breachDays: number) =>
          Number(owed({ perDay: { percent: '3.5' } }, missedBy('1', '2', { breachDays })).percent);
        expect(percent(Math.max(a, b))).toBeGreaterThanOrEqual(percent(Math.min(a, b)));
        expect(percent(a)).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('a schedule', () => {
  it('is what was checked, and not what it becomes afterwards', () => {
    const tier = { gte: null, lt: '99.9', percent: '10' };
    const schedule = createCreditSchedule({ tiers: [tier] });
    tier.percent = '50';
    const credit = creditFor({ schedule, result: missedBy('1', '2'), charge: null });

    expect(credit.percent).toBe('10');
    expect(credit.explanation[0]!.inputs.tier).toEqual({ gte: null, lt: '99.9', percent: '10' });
  });

  it('states one rule', () => {
    const refused = (definition: unknown, path: string) =>
      expect(() => createCreditSchedule(definition as CreditScheduleDefinition)).toThrow(
        expect.objectContaining({ path }),
      );
    refused({}, 'tiers');
    refused({ proportional: { factor: '1' }, perDay: { percent: '5' } }, 'perDay');
  });

  it('pays nothing for more than all', () => {
    const schedule = createCreditSchedule({ proportional: { factor: '1' } });

    expect(() => creditFor({ schedule, result: missedBy('3', '2'), charge: null })).toThrow(
      expect.objectContaining({ path: 'result.numerator' }),
    );
  });
});
