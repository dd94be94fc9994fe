import type { PriceComponent } from '../catalog/price.js';
import { orderCost, periodsBegun } from './order-cost.js';

const price = (differing: Partial<PriceComponent>): PriceComponent => ({
  kind: 'recurring',
  label: 'Fee',
  amount: '10',
  per: 'month',
  unitName: null,
  ...differing,
});
const cost = (prices: PriceComponent[], differing: Partial<Parameters<typeof orderCost>[0]> = {}) =>
  orderCost({ prices, quantity: 1, currency: 'EUR', from: '2026-10-15', to: '2026-12-31', ...differing });

describe('the periods left in a budget', () => {
  it.each([
    ['month', '2026-01-01', '2026-12-31', 12],
    ['month', '2026-03-16', '2026-12-31', 10],
    ['month', '2026-12-31', '2026-12-31', 1],
    ['month', '2026-01-31', '2026-02-28', 2],
    ['month', '2026-01-31', '2026-02-27', 1],
    ['quarter', '2026-03-16', '2026-12-31', 4],
    ['year', '2026-03-16', '2026-12-31', 1],
    ['year', '2026-03-16', '2027-03-16', 2],
    ['month', '2027-01-01', '2026-12-31', 0],
  ] as const)('are the %ss that begin from %s to %s: %i', (per, from, to, periods) => {
    expect(periodsBegun(per, from, to)).toBe(periods);
  });
});

describe('what an order costs', () => {
  it('is (one-off + recurring × periods left) × quantity', () => {
    const prices = [
      price({ kind: 'oneOff', amount: '25', per: null }),
      price({}),
      price({ per: 'quarter', amount: '6' }),
    ];

    expect(cost(prices, { quantity: 4 })).toMatchObject({ oneOff: '100.00', monthly: '48.00', total: '244.00' });
  });

  it('counts the quantity as the units of a price per unit, once or each period', () => {
    const perUnit = { kind: 'perUnit' as const, unitName: 'GB', amount: '0.000125' };

    expect(cost([price(perUnit)], { quantity: 10_000 })).toMatchObject({ oneOff: '0.00', total: '3.75' });
    expect(cost([price({ ...perUnit, per: null })], { quantity: 10_000 })).toMatchObject({
      oneOff: '1.25',
      monthly: '0.00',
    });
  });

  it('adds tiers, each unit at the price of its own, and leaves out what is measured later', () => {
    const tiers = [
      { upTo: '100', amount: '2' },
      { upTo: null, amount: '1.5' },
    ];
    const prices = [
      price({}),
      price({ kind: 'perUnit', amount: '2', unitName: 'seat', tiers }),
      price({ kind: 'metered', amount: '0.19', unitName: 'call' }),
      price({ kind: 'limit', amount: '1', unitName: 'GB' }),
    ];

    // (10 + 1) × 120 + 100 × 2 + 20 × 1.5 a month.
    expect(cost(prices, { quantity: 120 })).toMatchObject({ monthly: '1550.00', total: '4650.00' });
  });

  it('is exact until it is rounded once, at the end, half up', () => {
    const third = price({ per: 'year', amount: '100' });

    expect(cost([third, third, third]).monthly).toBe('25.00');
    expect(cost([price({ kind: 'perUnit', amount: '0.005', per: null, unitName: 'GB' })]).total).toBe('0.01');
    expect(cost([price({ amount: '999999999999.99' })], { quantity: 100_000 }).total).toBe('299999999999997000.00');
  });

  it('has the digits of its currency', () => {
    expect(cost([price({})], { currency: 'JPY' }).total).toBe('30');
  });

  it('is that of the first periods alone without a budget', () => {
    expect(cost([price({})], { to: null }).total).toBe('10.00');
  });

  it('is nothing where there is no price', () => {
    expect(cost([])).toMatchObject({ oneOff: '0.00', monthly: '0.00', total: '0.00' });
  });

  it('says how it came about', () => {
    expect(cost([price({})], { quantity: 2 }).explanation).toEqual([
      { rule: 'order.periods', inputs: { per: 'month', from: '2026-10-15', to: '2026-12-31' }, result: { periods: 3 } },
      {
        rule: 'order.price',
        inputs: { label: 'Fee', kind: 'recurring', amount: '10', times: 3 },
        result: { amount: '30' },
      },
      {
        rule: 'order.total',
        inputs: { amount: '30', quantity: 2 },
        result: { unrounded: '60', amount: '60.00', currency: 'EUR' },
      },
    ]);
  });
});
