import { expect, it } from 'vitest';
import type { PinnedPriceFragment } from '../generated/graphql';
import { yearlyCost } from './yearly-cost';

const price = (differing: Partial<PinnedPriceFragment>): PinnedPriceFragment => ({
  id: 'p',
  kind: 'RECURRING',
  label: 'Seat',
  amount: '10.50',
  per: 'MONTH',
  unitName: null,
  ...differing,
});

it('counts each price as often as its period begins in a year, times the quantity', () =>
  expect(yearlyCost([price({}), price({ per: 'QUARTER', amount: '6' }), price({ per: 'YEAR', amount: '1' })], 2)).toBe(
    '302.00',
  ));

it('keeps every decimal of a unit price', () =>
  expect(yearlyCost([price({ kind: 'PER_UNIT', amount: '0.000125' })], 10_000)).toBe('15.000000'));

it('leaves out what is paid once, also when that is all', () => {
  expect(yearlyCost([price({ kind: 'ONE_OFF', amount: '25', per: null })], 3)).toBe('0');
  expect(yearlyCost([], 3)).toBe('0');
});
