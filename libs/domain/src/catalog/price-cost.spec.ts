import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { monthlyCost, periodCost, unitsCost } from './price-cost.js';
import { assertPrices, type PriceComponent, type PriceTier } from './price.js';

const GRADUATED = [
  { upTo: '100', amount: '2' },
  { upTo: '1000', amount: '1.5' },
  { upTo: null, amount: '0' },
];
const perUnit = (other: Partial<PriceComponent> = {}): PriceComponent => ({
  kind: 'perUnit',
  label: 'Seat',
  amount: '2',
  per: 'month',
  unitName: 'seat',
  ...other,
});

const amounts = fc
  .bigInt({ min: 0n, max: 10n ** 14n })
  .map((units) => new Decimal(units.toString()).div(1e6).toFixed());
const tiered = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 1e6 }), { maxLength: 6 }),
    fc.array(amounts, { minLength: 7, maxLength: 7 }),
  )
  .map(([ends, prices]): PriceTier[] => {
    const sorted = ends.sort((one, other) => one - other).map(String);
    return [...sorted, null].map((upTo, place) => ({ upTo, amount: prices[place]! }));
  });
const units = fc.integer({ min: 0, max: 2_000_000 });
const costOf = (tiers: PriceTier[], count: number) =>
  new Decimal(unitsCost({ amount: tiers[0]!.amount, tiers }, count));

describe('graduated tiers', () => {
  it.each([
    [0, '0'],
    [1, '2'],
    [100, '200'],
    [101, '201.5'],
    [1000, '1550'],
    [5000, '1550'],
    ['0.5', '1'],
    ['100.25', '200.375'],
  ])('%s units cost %s', (count, cost) => {
    expect(unitsCost({ amount: '2', tiers: GRADUATED }, count)).toBe(cost);
  });

  it('make each unit cost what its own tier says, wherever one counts from', () => {
    fc.assert(
      fc.property(tiered, units, (tiers, count) => {
        const next = costOf(tiers, count + 1).minus(costOf(tiers, count));
        const own = tiers.find(({ upTo }) => upTo === null || count < Number(upTo))!;
        expect(next.toFixed()).toBe(new Decimal(own.amount).toFixed());
      }),
    );
  });

  it('cost the same when a tier is cut in two', () => {
    fc.assert(
      fc.property(tiered, units, fc.integer({ min: 1, max: 1e6 }), (tiers, count, cut) => {
        const place = tiers.findIndex(({ upTo }) => upTo === null || cut < Number(upTo));
        const before = Number(tiers[place - 1]?.upTo ?? 0);
        fc.pre(cut > before);
        const parts = [{ upTo: String(cut), amount: tiers[place]!.amount }, tiers[place]!];
        expect(costOf(tiers.toSpliced(place, 1, ...parts), count).eq(costOf(tiers, count))).toBe(true);
      }),
    );
  });

  it('cost as much as a plain price where there is only one', () => {
    fc.assert(
      fc.property(amounts, units, (amount, count) => {
        expect(unitsCost({ amount, tiers: [{ upTo: null, amount }] }, count)).toBe(
          unitsCost({ amount, tiers: null }, count),
        );
      }),
    );
  });
});

describe('what a price counts', () => {
  it('is the quantity, what was set aside, or what was measured', () => {
    const counted = { quantity: 3, usage: { call: '1200.5' } };

    expect(periodCost(perUnit(), counted)).toBe('6');
    expect(periodCost(perUnit({ kind: 'recurring', unitName: null }), counted)).toBe('6');
    expect(periodCost(perUnit({ kind: 'limit', unitName: 'core', units: '8' }), counted)).toBe('16');
    expect(periodCost(perUnit({ kind: 'limit', unitName: 'GB' }), counted)).toBe('6');
    expect(periodCost(perUnit({ kind: 'metered', unitName: 'call', amount: '0.01' }), counted)).toBe('12.005');
    expect(periodCost(perUnit({ kind: 'metered', unitName: 'mail' }), counted)).toBe('0');
  });

  it('is brought to a month and rounded once, at the end', () => {
    const third = perUnit({ kind: 'recurring', amount: '100', per: 'year', unitName: null });

    expect(monthlyCost([third, third, third], { quantity: 1 }, 'EUR')).toBe('25.00');
    expect(monthlyCost([third, perUnit({ per: null })], { quantity: 1 }, 'EUR')).toBe('8.33');
    expect(monthlyCost([third], { quantity: 1 }, 'JPY')).toBe('8');
    expect(monthlyCost([perUnit({ amount: '999999999999.999999999999' })], { quantity: 1e5 }, 'EUR')).toBe(
      '100000000000000000.00',
    );
  });
});

describe('tiers', () => {
  const refused = (tiers: PriceTier[], other: Partial<PriceComponent> = {}) =>
    expect(() => assertPrices([perUnit({ tiers, amount: tiers[0]?.amount ?? '0', ...other })], 'EUR'));

  it.each([
    [
      'out of order',
      [
        { upTo: '10', amount: '1' },
        { upTo: '10', amount: '1' },
        { upTo: null, amount: '1' },
      ],
      'upTo',
    ],
    ['that end', [{ upTo: '10', amount: '1' }], 'upTo'],
    [
      'after the last one',
      [
        { upTo: null, amount: '1' },
        { upTo: null, amount: '1' },
      ],
      'upTo',
    ],
    [
      'of nothing',
      [
        { upTo: '0', amount: '1' },
        { upTo: null, amount: '1' },
      ],
      'upTo',
    ],
  ])('%s are refused', (_, tiers, field) => {
    refused(tiers).toThrow(expect.objectContaining({ code: 'WRONG_TIERS', field: expect.arrayContaining([field]) }));
  });

  it('belong to what is counted, and begin with the amount', () => {
    refused(GRADUATED).not.toThrow();
    refused(GRADUATED, { kind: 'recurring', unitName: null }).toThrow(
      expect.objectContaining({ code: 'TIERS_NOT_ALLOWED' }),
    );
    refused(GRADUATED, { amount: '3' }).toThrow(
      expect.objectContaining({ code: 'WRONG_TIERS', field: ['prices', '0', 'amount'] }),
    );
    refused([{ upTo: null, amount: '-1' }]).toThrow(expect.objectContaining({ code: 'NEGATIVE_PRICE' }));
  });
});
