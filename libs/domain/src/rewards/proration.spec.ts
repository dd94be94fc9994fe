import fc from 'fast-check';
import { addDays } from '../agreements/local-day.js';
import { Fraction, sumOf } from './fraction.js';
import { daysIn, PRORATIONS, prorate, type Presence } from './proration.js';

/** A quarter of 92 days. */
const period = { from: '2025-10-01', to: '2025-12-31' };
const presence = (personId: string, weight: string, to = period.to, from = period.from) => ({
  personId,
  weight,
  from,
  to,
});
const members = [presence('ada', '3'), presence('ben', '2', '2025-11-15'), presence('cem', '2')];

const partsOf = (...[proration, presences = members]: [(typeof PRORATIONS)[number], Presence[]?]) => {
  const { parts, unearned } = prorate(proration, period, presences);
  return [...parts.values(), unearned];
};

it('splits by weight and days', () => {
  expect(partsOf('weightDays')).toEqual(['1/2', '1/6', '1/3', '0'].map((text) => Fraction.of(text)));
});

it('splits each stretch of days among those who are there', () => {
  expect(partsOf('segments')).toEqual(['18/35', '1/7', '12/35', '0'].map((text) => Fraction.of(text)));
});

it('gives what is not earned to nobody', () => {
  expect(partsOf('forfeit')).toEqual(['3/7', '1/7', '2/7', '1/7'].map((text) => Fraction.of(text)));
});

it('leaves a stretch on which nobody is there unearned', () => {
  expect(partsOf('segments', [presence('ada', '3', '2025-11-15')])).toEqual([Fraction.of('1/2'), Fraction.of('1/2')]);
  expect(partsOf('weightDays', [presence('ada', '3', '2025-11-15')])).toEqual([Fraction.of(1), Fraction.of(0)]);
});

it('takes all stretches of a person together, each with its weight', () => {
  const changed = [
    presence('ada', '1', '2025-11-15'),
    presence('ada', '3', period.to, '2025-11-16'),
    presence('ben', '1'),
  ];

  expect(partsOf('weightDays', changed)).toEqual(['2/3', '1/3', '0'].map((text) => Fraction.of(text)));
  expect(partsOf('segments', changed)).toEqual(['5/8', '3/8', '0'].map((text) => Fraction.of(text)));
  // As if ada had had 3 all along: of 4 × 92 she earned 46 + 138.
  expect(partsOf('forfeit', changed)).toEqual(['1/2', '1/4', '1/4'].map((text) => Fraction.of(text)));
});

it('counts both days', () => {
  expect([daysIn(period), daysIn({ from: '2026-03-29', to: '2026-03-29' })]).toEqual([92, 1]);
});

const presences = fc
  .array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.nat(91), fc.nat(91)), { minLength: 1, maxLength: 6 })
  .map((list) =>
    list.map(([weight, one, other], i) =>
      presence(
        `person ${i}`,
        String(weight),
        addDays(period.from, Math.max(one, other)),
        addDays(period.from, Math.min(one, other)),
      ),
    ),
  );

it.each(PRORATIONS)('gives parts by %s that sum to the whole, none of them below 0', (proration) => {
  fc.assert(
    fc.property(presences, (list) => {
      const parts = partsOf(proration, list);
      expect(sumOf(parts)).toEqual(Fraction.of(1));
      expect(parts.every((part) => part.compare(0) >= 0)).toBe(true);
    }),
  );
});

it.each(PRORATIONS)('never gives less by %s for a larger weight', (proration) => {
  fc.assert(
    fc.property(presences, (list) => {
      const more = list.map((row, i) => (i === 0 ? { ...row, weight: String(Number(row.weight) + 1) } : row));
      expect(partsOf(proration, more)[0]!.compare(partsOf(proration, list)[0]!) >= 0).toBe(true);
    }),
  );
});
