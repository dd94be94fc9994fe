import * as fc from 'fast-check';
import { chargesOf } from '../orders/charge-lines.js';
import { orderCost } from '../orders/order-cost.js';
import {
  assertLimitRanges,
  assertUnitsStay,
  type Limit,
  limitRefusals,
  limitsOf,
  mergedLimits,
  type OrderedLimits,
  sameLimits,
  withLimits,
} from './limits.js';
import type { PriceComponent } from './price.js';

const limit = (unitName: string, amount: string, other: Partial<PriceComponent> = {}): PriceComponent => ({
  kind: 'limit',
  label: unitName,
  amount,
  per: 'month',
  unitName,
  ...other,
});
const of = (units: Record<string, string>): Limit[] =>
  Object.entries(units).map(([unitName, count]) => ({ unitName, units: count }));
const FEE = limit('Fee', '5', { kind: 'recurring', unitName: null });
const PRICES = [FEE, limit('core', '14.50'), limit('GB', '3.10')];

describe('what is set aside', () => {
  it('counts each unit by itself, and not the quantity', () => {
    const prices = withLimits(PRICES, of({ core: '8', GB: '64' }));
    const cost = orderCost({ prices, quantity: 2, currency: 'EUR', from: '2026-11-15', to: '2026-12-31' });

    // 2 × 5.00 + 8 × 14.50 + 64 × 3.10 a month, of which two begin
    expect(cost).toMatchObject({ monthly: '324.40', total: '648.80' });
    const told = cost.explanation.filter(({ rule }) => rule === 'order.limit');
    expect(told).toMatchObject([
      { inputs: { units: '8', unitName: 'core' }, result: { amount: '232' } },
      { inputs: { units: '64', unitName: 'GB' }, result: { amount: '396.8' } },
    ]);
  });

  it('counts the quantity where it was ordered before units were stated, and nothing where nobody said how much', () => {
    expect(limitsOf(PRICES, 8)).toEqual(of({ core: '8', GB: '8' }));
    expect(limitsOf(withLimits(PRICES, of({ core: '2.50' })), 8)).toEqual(of({ core: '2.5', GB: '0' }));
  });

  it('goes on by the name of its unit where nothing else is said', () => {
    expect(mergedLimits(of({ GB: '128' }), of({ GB: '64', core: '8', disk: '0' }))).toEqual(
      of({ GB: '128', core: '8' }),
    );
    expect(sameLimits(of({ GB: '64', core: '8' }), of({ core: '8.0', GB: '64' }))).toBe(true);
    expect(sameLimits(of({ GB: '64' }), of({ GB: '64', core: '8' }))).toBe(false);
  });

  it('is charged for the days on which it was so, whatever the quantity', () => {
    const some = fc.integer({ min: 1, max: 500 }).map(String);
    fc.assert(
      fc.property(
        some,
        some,
        fc.integer({ min: 1, max: 30 }),
        fc.integer({ min: 1, max: 9 }),
        (was, is, day, quantity) => {
          const change = {
            planId: 'p',
            planVersion: 1,
            quantity,
            state: 'active' as const,
            currency: 'EUR',
            suspendedIsCharged: false,
          };
          const from = (fromDate: string, GB: string) => ({
            ...change,
            fromDate,
            prices: withLimits([limit('GB', '30')], of({ GB })),
          });
          const changes = [from('2026-05-01', was), from(`2026-06-${String(day + 1).padStart(2, '0')}`, is)].slice(
            0,
            day === 30 ? 1 : 2,
          );
          const lines = chargesOf({ changes, usage: [] }, { from: '2026-06-01', to: '2026-06-30' });
          const days =
            day === 30 || was === is
              ? [[was, Number(was) * 30]]
              : [
                  [was, Number(was) * day],
                  [is, Number(is) * (30 - day)],
                ];
          expect(lines.map((line) => [line.quantity, Number(line.amount)])).toEqual(days);
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe('units to set aside are refused', () => {
  const refusals = (differing: Partial<OrderedLimits>) =>
    limitRefusals({
      plan: { name: 'Container' },
      prices: PRICES,
      said: [],
      kept: [],
      carried: [],
      asked: [],
      ...differing,
    }).map(({ code, field }) => [code, field!.join('.')]);
  const ranges = [{ unitName: 'core', least: '2', most: '32', whole: true }];

  it.each([
    ['where they are missing', of({ core: '8' }), [['LIMIT_MISSING', 'limits.GB']]],
    ['of a unit that has no price', of({ core: '8', GB: '1', seat: '1' }), [['UNKNOWN_LIMIT', 'limits.seat']]],
    ['when they are said twice', [...of({ core: '8', GB: '1' }), ...of({ GB: '2' })], [['WRONG_LIMIT', 'limits.GB']]],
    ...['0', '-1', '1000000001', '0.0001'].map(
      (units) => [`like ${units}`, of({ core: '8', GB: units }), [['WRONG_LIMIT', 'limits.GB']]] as const,
    ),
    ...['1', '33', '2.5'].map(
      (units) =>
        [`beyond the plan, like ${units}`, of({ core: units, GB: '1' }), [['WRONG_LIMIT', 'limits.core']]] as const,
    ),
  ] as const)('%s', (_, said, refused) => {
    expect(refusals({ said, plan: { name: 'Container', limits: ranges } })).toEqual(refused);
  });

  it('not where they stay as they are, though the plan allows less by now', () => {
    const plan = { name: 'Container', limits: ranges };
    const had = of({ core: '64', GB: '1' });

    expect(refusals({ plan, kept: had })).toEqual([]);
    expect(refusals({ plan, kept: had, said: of({ core: '65' }) })).toEqual([['WRONG_LIMIT', 'limits.core']]);
    expect(refusals({ plan, carried: had })).toEqual([['WRONG_LIMIT', 'limits.core']]);
  });

  it('not where the form of the service asks for a unit of another of its plans', () => {
    expect(refusals({ said: of({ core: '8', GB: '1', disk: '9' }), asked: ['disk'] })).toEqual([]);
  });
});

it.each([
  ['unitName', { unitName: 'seat' }],
  ['least', { least: '0' }],
  ['least', { least: '1.5', whole: true }],
  ['most', { least: '8', most: '4' }],
])('a plan cannot state a range with a wrong %s', (field, differing) => {
  const range = { unitName: 'GB', least: null, most: null, whole: false, ...differing };

  expect(() => assertLimitRanges([range], PRICES, ['limits'])).toThrow(
    expect.objectContaining({ code: 'WRONG_RANGE', field: ['limits', '0', field] }),
  );
});

it('a unit stays priced while anybody has some of it set aside', () => {
  const renamed = { prices: [FEE, limit('GiB', '3.10'), limit('core', '14.50')] };

  expect(() => assertUnitsStay(renamed, of({ core: '8', GB: '64' }), ['0'])).toThrow(
    'Subscribers have GB set aside, and would pay nothing for it; keep the unit, or offer another plan and retire this one.',
  );
  expect(() => assertUnitsStay(renamed, of({ core: '8', GB: '0' }), ['0'])).not.toThrow();
  expect(() => assertUnitsStay({ prices: [], priceOnRequest: true }, of({ GB: '64' }), ['0'])).not.toThrow();
});
