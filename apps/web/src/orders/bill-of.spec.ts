import { expect, it } from 'vitest';
import { billOf } from './bill-of';

const named = (values: Record<string, string | null>) =>
  Object.entries(values).map(([name, value]) => ({ name, value, unit: 'text' }));
const step = (rule: string, inputs: Record<string, string | null>, result: Record<string, string>) => ({
  rule,
  inputs: named(inputs),
  result: named(result),
  evidence: [],
});
const price = step(
  'order.price',
  { label: 'Seat', kind: 'recurring', amount: '10.50', times: '10' },
  { amount: '105.00' },
);
const total = step(
  'order.total',
  { amount: '105.00', quantity: '3' },
  { unrounded: '315', amount: '315.00', currency: 'EUR' },
);

it('tells each price with how often it counts, and what one costs', () => {
  const periods = step('order.periods', { per: 'month', from: '2026-03-16', to: '2026-12-31' }, { periods: '10' });

  expect(billOf([periods, price, total])).toEqual({
    periods: [{ per: 'month', from: '2026-03-16', to: '2026-12-31', count: 10 }],
    lines: [{ label: 'Seat', since: null, price: '10.50', times: 10, amount: '105.00' }],
    one: '105.00',
    all: null,
    difference: null,
    tiered: [],
    limits: [],
    metered: [],
  });
});

it('knows no end of the periods without a budget', () => {
  const periods = step('order.periods', { per: 'month', from: '2026-03-16', to: null }, { periods: '1' });

  expect(billOf([periods, price, total]).periods[0]?.to).toBeNull();
});

it('has no lines where nothing is charged', () =>
  expect(billOf([step('order.total', { amount: '0', quantity: '1' }, { amount: '0.00' })])).toEqual({
    periods: [],
    lines: [],
    one: '0',
    all: null,
    difference: null,
    tiered: [],
    limits: [],
    metered: [],
  }));

it('tells what is priced in tiers or set aside for all of it, and what is priced by use', () => {
  const tiers = step('order.tiers', { label: 'Seats', amount: '2', times: '3', quantity: '120' }, { amount: '690' });
  const calls = step('order.metered', { label: 'Calls', amount: '0.10' }, { amount: '0' });

  const memory = step(
    'order.limit',
    { label: 'Memory', amount: '3.10', times: '2', units: '64', unitName: 'GB' },
    { amount: '396.8' },
  );

  expect(billOf([tiers, memory, calls, total])).toMatchObject({
    lines: [],
    tiered: [{ label: 'Seats', units: '120', times: 3, amount: '690' }],
    limits: [{ label: 'Memory', price: '3.10', units: '64', unitName: 'GB', times: 2, amount: '396.8' }],
    metered: ['Calls'],
  });
});

it('tells of a change what is paid already, and what is added', () => {
  const difference = step(
    'order.difference',
    { recurring: '315.00', paid: '210.00', once: '25.00' },
    { amount: '130.00', currency: 'EUR' },
  );

  expect(billOf([price, total, difference])).toMatchObject({
    one: '105.00',
    all: '315.00',
    difference: { paid: '210.00', once: '25.00' },
  });
});
