import * as fc from 'fast-check';
import type { PriceComponent } from '../catalog/price.js';
import { itemCost, type OrderedItem, type Subscribed } from './item-cost.js';

const PRICES: PriceComponent[] = [
  { kind: 'oneOff', label: 'Set-up', amount: '25', per: null, unitName: null },
  { kind: 'recurring', label: 'Seat', amount: '10', per: 'month', unitName: null },
];
const before: Subscribed = {
  planId: 'plan',
  prices: PRICES,
  quantity: 2,
  paidTo: '2026-12-31',
  ahead: null,
  termsFrom: null,
  termMonths: null,
  renewsOn: null,
  renewal: null,
  suspendedIsCharged: false,
};
const item = (differing: Partial<OrderedItem>): OrderedItem => ({
  kind: 'change',
  planId: 'plan',
  prices: PRICES,
  quantity: 2,
  currency: 'EUR',
  from: '2026-10-15',
  to: '2026-12-31',
  before,
  months: null,
  heldBackTo: null,
  ...differing,
});

describe('what a change of a live subscription takes from the budget', () => {
  it.each<[string, Partial<OrderedItem>, string]>([
    ['nothing when nothing changes', {}, '0.00'],
    // (25 + 10 × 3 months) × 1
    ['what is added, with its one-off prices', { quantity: 3 }, '55.00'],
    ['nothing when it becomes less', { quantity: 1 }, '0.00'],
    // 25 × 2 + (10 × 3 − 10 × 3) × 2
    ['the one-off prices of a new plan', { planId: 'other' }, '50.00'],
    ['all of it where no budget has paid yet', { before: { ...before, paidTo: null } }, '60.00'],
    ['nothing to suspend', { kind: 'suspend' }, '0.00'],
    ['nothing to terminate', { kind: 'terminate' }, '0.00'],
    ['nothing to resume what was paid', { kind: 'resume' }, '0.00'],
    [
      'the months that no budget has paid to resume',
      { kind: 'resume', before: { ...before, paidTo: '2026-10-31' } },
      '40.00',
    ],
    [
      'what is added to what is agreed from a later day on as well',
      // Of two more a month, and then three: (25 × 2) + 20 + 20 + 30
      { quantity: 4, before: { ...before, ahead: { from: '2026-12-01', prices: PRICES, quantity: 1 } } },
      '120.00',
    ],
    [
      'nothing where it becomes less than that',
      {
        quantity: 1,
        from: '2026-12-01',
        before: { ...before, ahead: { from: '2026-12-01', prices: PRICES, quantity: 1 } },
      },
      '0.00',
    ],
    ['nothing to renew within paid days', { kind: 'renew', before: { ...before, renewsOn: '2026-11-15' } }, '0.00'],
    [
      'what comes after paid days to renew',
      { kind: 'renew', before: { ...before, paidTo: '2026-11-14', renewsOn: '2026-11-15' } },
      '40.00',
    ],
  ])('is %s', (_, differing, total) => {
    expect(itemCost(item(differing)).total).toBe(total);
  });

  it('is nothing for what waits for a term that nobody has renewed', () => {
    const waits = { planId: 'other', heldBackTo: '2026-11-14', before: { ...before, renewal: 'onRequest' as const } };
    expect(itemCost(item(waits)).total).toBe('0.00');
    expect(itemCost(item({ ...waits, before: { ...before, renewal: 'automatic' } })).total).toBe('50.00');
  });

  it('shows what it costs a month before and after', () => {
    expect(itemCost(item({ quantity: 5 }))).toMatchObject({ monthlyBefore: '20.00', monthly: '50.00' });
    expect(itemCost(item({ kind: 'terminate' }))).toMatchObject({ monthlyBefore: '20.00', monthly: '0.00' });
    const charged = { kind: 'suspend', before: { ...before, suspendedIsCharged: true } } as const;
    expect(itemCost(item(charged))).toMatchObject({ monthlyBefore: '20.00', monthly: '20.00', total: '0.00' });
    expect(itemCost(item({ kind: 'subscribe', before: null })).monthlyBefore).toBeNull();
  });

  it('is worth over its contract what it costs once and over its term, a year where it has none', () => {
    const ordered = { kind: 'subscribe', before: null, quantity: 1 } as const;
    expect(itemCost(item({ ...ordered, months: 36 })).contractValue).toBe('385.00');
    expect(itemCost(item(ordered))).toMatchObject({ contractValue: '145.00', yearly: '120.00' });
  });

  it('counts prices announced for a later day from that day on, in the year and in the contract too', () => {
    const seat = (amount: string): PriceComponent => ({ ...PRICES[1]!, amount });
    const announced = { from: '2026-12-01', prices: [seat('40')] };
    const ordered = { kind: 'subscribe', before: null, announced, quantity: 3 } as const;

    // 25 + 10 × 2 months begun until 30 November + 40 × 1
    expect(itemCost(item(ordered))).toMatchObject({
      total: '255.00',
      monthly: '30.00',
      announced: { from: '2026-12-01', monthly: '120.00' },
      // Two of twelve months begin before.
      yearly: '1260.00',
      contractValue: '1335.00',
    });
    expect(itemCost(item({ ...ordered, months: 2 })).contractValue).toBe('135.00');
    expect(itemCost(item({ ...ordered, to: '2026-11-30' })).total).toBe('135.00');
    expect(itemCost(item({ ...ordered, kind: 'terminate', before })).announced).toBeNull();
  });

  it('is never less than nothing', () => {
    const quantities = fc.tuple(fc.integer({ min: 1, max: 999 }), fc.integer({ min: 1, max: 999 }));
    fc.assert(
      fc.property(quantities, fc.constantFrom('change', 'renew', 'resume'), ([now, then], kind) => {
        const { total } = itemCost(
          item({ kind: kind as 'change', quantity: now, before: { ...before, quantity: then } }),
        );
        expect(Number(total)).toBeGreaterThanOrEqual(0);
      }),
    );
  });
});
