import { priceImpact } from './price-impact.js';
import type { PriceComponent } from './price.js';

const monthly = (amount: string): PriceComponent => ({
  kind: 'recurring',
  label: 'Fee',
  amount,
  per: 'month',
  unitName: null,
});

it('tells what new prices cost each unit a month, and the total that they add up to', () => {
  const before = [monthly('10.00')];
  const subscriptions = [
    { unitId: 'sales', quantity: 3, before },
    { unitId: 'finance', quantity: 1, before: [monthly('8.00')] },
    { unitId: 'sales', quantity: 1, before },
  ];

  const { units, total } = priceImpact(
    subscriptions.map((one) => ({ ...one, after: [monthly('12.50')] })),
    'EUR',
  );

  expect(units).toEqual([
    {
      unitId: 'sales',
      subscriptions: 2,
      quantity: 4,
      monthlyBefore: '40.00',
      monthlyAfter: '50.00',
      monthlyDifference: '10.00',
    },
    {
      unitId: 'finance',
      subscriptions: 1,
      quantity: 1,
      monthlyBefore: '8.00',
      monthlyAfter: '12.50',
      monthlyDifference: '4.50',
    },
  ]);
  expect(total).toEqual({
    subscriptions: 3,
    quantity: 5,
    monthlyBefore: '48.00',
    monthlyAfter: '62.50',
    monthlyDifference: '14.50',
  });
});

it('is nothing when nobody has the plan', () => {
  expect(priceImpact([], 'EUR')).toEqual({
    units: [],
    total: { subscriptions: 0, quantity: 0, monthlyBefore: '0.00', monthlyAfter: '0.00', monthlyDifference: '0.00' },
  });
});
