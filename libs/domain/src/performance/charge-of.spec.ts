import { createCreditSchedule, creditFor } from '@accord/sla';
import { chargeOf } from './charge-of.js';
import { periodsOf } from './periods-of.js';

/** The first period of an agreement in force from one day to another, and what is charged for it. */
function charged(amount: string, zone: string, from: string, to: string | null, window: 'month' | 'quarter' = 'month') {
  const terms = [{ termsId: 'terms', window, effectiveFrom: from, effectiveTo: to }];
  const { period } = periodsOf(zone, terms, new Date('2027-01-01T00:00:00Z'))[0]!;
  return chargeOf({ amount, currency: 'EUR' }, period);
}

it('charges a whole month as agreed, and a quarter as three', () => {
  const euros = (amount: string) => ({ charge: { amount, currency: 'EUR' }, explanation: [] });
  expect(charged('1000.05', 'Europe/Berlin', '2026-03-01', null)).toEqual(euros('1000.05'));
  expect(charged('1000.05', 'Etc/UTC', '2026-01-01', null, 'quarter')).toEqual(euros('3000.15'));
});

it('charges the days in force of a month that is begun or left in the middle', () => {
  // 12 of 31 days.
  expect(charged('310', 'Etc/UTC', '2026-01-20', null).charge.amount).toBe('120');
  // 20 of 31 days of October, one of which has 25 hours: days count, not hours.
  expect(charged('310', 'Europe/Berlin', '2025-10-12', null).charge.amount).toBe('200');
  // 10 to 19 March.
  expect(charged('310', 'Europe/Berlin', '2026-03-10', '2026-03-19').charge.amount).toBe('100');
});

it('charges each month of a quarter by its own days, and says so', () => {
  // 14 of 28 days of February and all of March.
  expect(charged('100', 'Etc/UTC', '2026-02-15', null, 'quarter')).toEqual({
    charge: { amount: '150', currency: 'EUR' },
    explanation: [
      {
        rule: 'credit.charge',
        inputs: {
          monthlyCharge: { amount: '100', currency: 'EUR' },
          months: 3,
          daysInForce: 45,
          daysOfPeriod: 90,
        },
        result: { charge: { amount: '150', currency: 'EUR' } },
      },
    ],
  });
});

it('keeps half a cent half a cent: 31 % of 1 ÷ 31 of 1.50 are 0.015, which rounds up', () => {
  const schedule = createCreditSchedule({ tiers: [{ gte: null, lt: '99.9', percent: '31' }] });
  const { charge } = charged('1.50', 'Etc/UTC', '2026-01-31', null);

  const result = { verdict: 'missed', deemed: false, numerator: '1', denominator: '2' } as const;
  expect(creditFor({ schedule, result, charge }).amount).toBe('0.02');
});
