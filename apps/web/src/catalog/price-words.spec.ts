import { beforeAll, expect, it } from 'vitest';
import type { PlanPricesFragment } from '../generated/graphql';
import { loadRoomWords } from '../i18n/i18n';
import { leadPrice, priceWords } from './price-words';

beforeAll(loadRoomWords);

type Price = PlanPricesFragment['prices'][number];
const once: Price = {
  id: '1',
  kind: 'ONE_OFF',
  label: 'Opening',
  amount: '48000.00',
  per: null,
  unitName: null,
  tiers: null,
};
const monthly: Price = { ...once, id: '2', kind: 'RECURRING', amount: '6200.00', per: 'MONTH' };
const mailbox: Price = { ...once, id: '3', kind: 'PER_UNIT', amount: '3.95', per: 'MONTH', unitName: 'mailbox' };
const order: Price = { ...once, id: '4', kind: 'PER_UNIT', amount: '0.42', unitName: 'order' };
const lead = (...prices: Price[]) => leadPrice([{ id: 'plan', name: 'Plan', currency: 'EUR', endedAt: null, prices }]);

it('stands for a plan by what recurs, not by its smallest price', () => {
  expect(lead(once, monthly, order)).toBe('€6,200.00 per month');
  expect(lead(once, mailbox)).toBe('€3.95 per mailbox and month');
  expect(lead(order, mailbox, monthly)).toBe('€6,200.00 per month');
});

it('names what is paid once where nothing recurs, and a unit where nothing else costs', () => {
  expect(lead(order, once)).toBe('€48,000.00 once');
  expect(lead(order)).toBe('€0.42 per order');
});

it('has no price where no plan is offered', () => {
  expect(leadPrice([])).toBeNull();
  expect(leadPrice([{ id: 'old', name: 'Old', currency: 'EUR', endedAt: '2026-01-01', prices: [monthly] }])).toBeNull();
});

it('says what is measured, what is set aside, and each tier', () => {
  const tiers = [
    { upTo: '1000', amount: '0.19' },
    { upTo: null, amount: '0.125' },
  ];
  const calls: Price = { ...once, kind: 'METERED', amount: '0.19', per: 'MONTH', unitName: 'call', tiers };

  expect(priceWords(calls, 'EUR')).toBe('€0.19 per call used, every month, €0.125 above 1,000');
  expect(priceWords({ ...calls, kind: 'LIMIT', tiers: null }, 'EUR')).toBe('€0.19 per call set aside and month');
});
