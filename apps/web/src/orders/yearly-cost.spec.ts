import { expect, it } from 'vitest';
import type { OrderKind, PinnedPriceFragment } from '../generated/graphql';
import { yearlyCost } from './yearly-cost';

const price = (differing: Partial<PinnedPriceFragment>): PinnedPriceFragment => ({
  id: 'p',
  kind: 'RECURRING',
  label: 'Seat',
  amount: '10.50',
  per: 'MONTH',
  unitName: null,
  tiers: null,
  ...differing,
});
const yearly = (prices: PinnedPriceFragment[], quantity: number, kind: OrderKind = 'SUBSCRIBE') =>
  yearlyCost({ kind, prices, quantity, cost: { monthly: { amount: '8.33' } } });

it('counts each price as often as its period begins in a year, times the quantity', () =>
  expect(yearly([price({}), price({ per: 'QUARTER', amount: '6' }), price({ per: 'YEAR', amount: '1' })], 2)).toBe(
    '302.00',
  ));

it('keeps every decimal of a unit price', () =>
  expect(yearly([price({ kind: 'PER_UNIT', amount: '0.000125' })], 10_000)).toBe('15.000000'));

it('leaves out what is paid once, what is measured, and what costs nothing any more', () => {
  expect(yearly([price({ kind: 'ONE_OFF', amount: '25', per: null })], 3)).toBe('0');
  expect(yearly([price({ kind: 'METERED' })], 3)).toBe('0');
  expect(yearly([price({})], 3, 'TERMINATE')).toBe('0');
  expect(yearly([], 3)).toBe('0');
});

it('takes what is priced in tiers by the month', () =>
  expect(
    yearly(
      [
        price({
          tiers: [
            { upTo: '2', amount: '9' },
            { upTo: null, amount: '8' },
          ],
        }),
      ],
      3,
    ),
  ).toBe('99.96'));
