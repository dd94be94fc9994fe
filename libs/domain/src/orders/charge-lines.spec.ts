import { addMonths } from '@accord/sla';
import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { addDays, dayBefore } from '../agreements/local-day.js';
import { MONTHS_OF, unitsCost } from '../catalog/price-cost.js';
import type { BillingPeriod, PriceComponent } from '../catalog/price.js';
import { type ChargedSubscription, type ChargedUsage, chargesOf } from './charge-lines.js';
import { countDays, daysOfMonth, nextMonth, periodsFrom } from './charge-month.js';
import { type ChargedChange, stretchesOf } from './charge-stretches.js';

const seat = (other: Partial<PriceComponent> = {}): PriceComponent => ({
  kind: 'recurring',
  label: 'Seat',
  amount: '10',
  per: 'month',
  unitName: null,
  ...other,
});
const traffic = seat({
  kind: 'metered',
  label: 'Traffic',
  amount: '2',
  unitName: 'GB',
  tiers: [
    { upTo: '100', amount: '2' },
    { upTo: null, amount: '1.5' },
  ],
});
const since = (fromDate: string, other: Partial<ChargedChange> = {}): ChargedChange => ({
  fromDate,
  planId: 'standard',
  planVersion: 1,
  quantity: 1,
  state: 'active',
  prices: [seat()],
  currency: 'EUR',
  suspendedIsCharged: false,
  ...other,
});
const held = (changes: ChargedChange[], usage: ChargedUsage[] = []): ChargedSubscription => ({ changes, usage });
const charged = (changes: ChargedChange[]) => changes.map((change) => ({ ...change, suspendedIsCharged: true }));
const bill = (subscription: ChargedSubscription, month: string) =>
  chargesOf(subscription, daysOfMonth(month)).map(({ label, amount, from, to }) => [label, amount, from, to]);
const sum = (amounts: readonly string[]) => amounts.reduce((all, amount) => all.plus(amount), new Decimal(0));

describe('a price per month', () => {
  it('costs its days held of the days of the month, the first and the last included', () => {
    const changes = [since('2026-06-16', { quantity: 3 }), since('2026-07-11', { quantity: 3, state: 'ended' })];
    expect(bill(held(changes), '2026-05')).toEqual([]);
    expect(bill(held(changes), '2026-06')).toEqual([['Seat', '15.00', '2026-06-16', '2026-06-30']]);
    expect(bill(held(changes), '2026-07')).toEqual([['Seat', '9.68', '2026-07-01', '2026-07-10']]);
    expect(bill(held(changes), '2026-08')).toEqual([]);
  });

  it('costs what held on each day when price or quantity change', () => {
    const dearer = { prices: [seat({ amount: '12' })] };
    const changes = [
      since('2026-01-01'),
      since('2026-06-11', { quantity: 2 }),
      since('2026-06-21', { quantity: 2, ...dearer }),
    ];
    expect(bill(held(changes), '2026-06')).toEqual([
      ['Seat', '3.33', '2026-06-01', '2026-06-10'],
      ['Seat', '6.67', '2026-06-11', '2026-06-20'],
      ['Seat', '8.00', '2026-06-21', '2026-06-30'],
    ]);
  });

  it('is not cut by a renewal that changes nothing of it', () => {
    const changes = [
      since('2026-01-01', { prices: [seat({ amount: '9.99' })] }),
      since('2026-06-11', { planVersion: 2, prices: [seat({ amount: '9.990' })] }),
    ];
    expect(bill(held(changes), '2026-06')).toEqual([['Seat', '9.99', '2026-06-01', '2026-06-30']]);
  });

  it('is free while suspended, or not, as the plan says', () => {
    const changes = [since('2026-01-01'), since('2026-06-11', { state: 'suspended' }), since('2026-06-21')];
    expect(sum(bill(held(changes), '2026-06').map(([, amount]) => amount!)).toFixed(2)).toBe('6.66');
    const both = bill(held(charged(changes)), '2026-06');
    expect(sum(both.map(([, amount]) => amount!)).toFixed(2)).toBe('9.99');
  });

  it('counts units set aside whether they are used or not, tier by tier', () => {
    const disk = seat({
      kind: 'limit',
      label: 'Disk',
      amount: '1',
      unitName: 'GB',
      tiers: [
        { upTo: '10', amount: '1' },
        { upTo: null, amount: '0.5' },
      ],
    });
    expect(bill(held([since('2026-01-01', { quantity: 30, prices: [disk] })]), '2026-06')).toEqual([
      ['Disk', '20.00', '2026-06-01', '2026-06-30'],
    ]);
  });

  it('says by which days and units it was reckoned', () => {
    const [line] = chargesOf(held([since('2026-06-21', { quantity: 2 })]), daysOfMonth('2026-06'));
    expect(line!.explanation).toEqual([
      {
        rule: 'charge.days',
        inputs: { label: 'Seat', amount: '10', per: 'month', quantity: 2, cost: '20', days: 10, of: 30 },
        result: { unrounded: '6.666666666667', amount: '6.67', currency: 'EUR' },
      },
    ]);
  });

  it('holds the latest of two changes of one day', () => {
    const changes = [since('2026-06-01'), since('2026-06-01', { quantity: 4 })];
    expect(bill(held(changes), '2026-06')).toEqual([['Seat', '40.00', '2026-06-01', '2026-06-30']]);
  });
});

describe('what is paid once', () => {
  const setup = { prices: [seat({ kind: 'oneOff', label: 'Setup', amount: '50', per: null })] };

  it('is charged in the month in which it begins, and never again', () => {
    const changes = [since('2026-06-16', { quantity: 2, ...setup })];
    expect(bill(held(changes), '2026-06')).toEqual([['Setup', '100.00', '2026-06-16', '2026-06-16']]);
    expect(bill(held(changes), '2026-07')).toEqual([]);
  });

  it('is charged for what is added, not for what goes on or becomes less', () => {
    const changes = [
      since('2026-06-01', { quantity: 2, ...setup }),
      since('2026-07-05', { quantity: 5, ...setup }),
      since('2026-07-10', { quantity: 1, ...setup }),
      since('2026-07-12', { quantity: 1, state: 'suspended', ...setup }),
      since('2026-07-14', { quantity: 1, ...setup }),
    ];
    expect(bill(held(changes), '2026-07')).toEqual([['Setup', '150.00', '2026-07-05', '2026-07-05']]);
  });

  it('is charged again for another plan', () => {
    const changes = [since('2026-06-01', setup), since('2026-07-05', { planId: 'premium', ...setup })];
    expect(bill(held(changes), '2026-07')).toEqual([['Setup', '50.00', '2026-07-05', '2026-07-05']]);
  });
});

describe('a price per quarter or year', () => {
  const quarterly = { prices: [seat({ amount: '90', per: 'quarter' })] };

  it('is charged whole at the begin of each of its periods', () => {
    const changes = [since('2026-01-31', quarterly)];
    expect(bill(held(changes), '2026-01')).toEqual([['Seat', '90.00', '2026-01-31', '2026-04-29']]);
    expect(bill(held(changes), '2026-03')).toEqual([]);
    expect(bill(held(changes), '2026-04')).toEqual([['Seat', '90.00', '2026-04-30', '2026-07-30']]);
  });

  it('settles a change within the period by the days left, both ways', () => {
    const changes = [
      since('2026-01-01', quarterly),
      since('2026-02-15', { quantity: 3, ...quarterly }),
      since('2026-03-22', { quantity: 3, state: 'ended', ...quarterly }),
    ];
    expect(bill(held(changes), '2026-02')).toEqual([['Seat', '90.00', '2026-02-15', '2026-03-31']]);
    expect(bill(held(changes), '2026-03')).toEqual([['Seat', '-30.00', '2026-03-22', '2026-03-31']]);
  });

  it('begins its periods anew with another plan, and gives back what is left of the old one', () => {
    const changes = [since('2026-01-01', quarterly), since('2026-02-15', { planId: 'premium', ...quarterly })];
    expect(bill(held(changes), '2026-02')).toEqual([
      ['Seat', '-45.00', '2026-02-15', '2026-03-31'],
      ['Seat', '90.00', '2026-02-15', '2026-05-14'],
    ]);
  });
});

describe('what is measured', () => {
  const used = (day: string, quantity: string) => ({ unitName: 'GB', day, quantity });

  it('is charged in the month in which it was used, tier by tier', () => {
    const subscription = held(
      [since('2026-01-01', { prices: [traffic] })],
      [used('2026-05-31', '1000'), used('2026-06-01', '60'), used('2026-06-30', '60.5')],
    );
    expect(bill(subscription, '2026-06')).toEqual([['Traffic', '230.75', '2026-06-01', '2026-06-30']]);
    expect(bill(subscription, '2026-07')).toEqual([]);
  });

  it('costs what held on its day, above what was used before in the period', () => {
    const dearer = {
      ...traffic,
      amount: '4',
      tiers: [
        { upTo: '100', amount: '4' },
        { upTo: null, amount: '3' },
      ],
    };
    const changes = [since('2026-01-01', { prices: [traffic] }), since('2026-06-16', { prices: [dearer] })];
    const usage = [used('2026-06-10', '80'), used('2026-06-16', '40')];
    expect(bill(held(changes, usage), '2026-06')).toEqual([
      ['Traffic', '160.00', '2026-06-01', '2026-06-15'],
      ['Traffic', '140.00', '2026-06-16', '2026-06-30'],
    ]);
  });

  it('uses up the tiers of a quarter once, month by month', () => {
    const quarterly = [since('2026-01-01', { prices: [{ ...traffic, per: 'quarter' as const }] })];
    const usage = [used('2026-01-10', '80'), used('2026-02-10', '80'), used('2026-04-01', '80')];
    const amounts = ['2026-01', '2026-02', '2026-03', '2026-04'].map(
      (month) => bill(held(quarterly, usage), month)[0]?.[1],
    );
    expect(amounts).toEqual(['160.00', '130.00', undefined, '160.00']);
  });

  it('is charged while suspended, but not before the begin nor after the end', () => {
    const prices = { prices: [traffic] };
    const changes = [
      since('2026-06-05', prices),
      since('2026-06-10', { state: 'suspended', ...prices }),
      since('2026-06-20', { state: 'ended', ...prices }),
    ];
    const usage = [used('2026-06-04', '1'), used('2026-06-19', '1'), used('2026-06-20', '1')];
    expect(bill(held(changes, usage), '2026-06')).toEqual([['Traffic', '2.00', '2026-06-10', '2026-06-19']]);
  });
});

describe('over its whole life, whatever happens to it', () => {
  const FIRST = '2026-01-01';
  const MONTHS = 30;
  const amount = fc.integer({ min: 0, max: 1_000_000 }).map((cents) => new Decimal(cents).div(100).toFixed());
  const changes = fc
    .array(
      fc.record({
        day: fc.integer({ min: 0, max: 700 }),
        quantity: fc.integer({ min: 1, max: 40 }),
        state: fc.constantFrom('active' as const, 'active' as const, 'suspended' as const, 'ended' as const),
        plan: fc.constantFrom('standard', 'premium'),
        amount,
      }),
      { minLength: 1, maxLength: 7 },
    )
    .chain((rows) => fc.constantFrom<BillingPeriod>('month', 'quarter', 'year').map((per) => ({ rows, per })))
    .map(({ rows, per }) =>
      rows
        .sort((a, b) => a.day - b.day)
        .map(({ day, quantity, state, plan, amount: price }) =>
          since(addDays(FIRST, day), { quantity, state, planId: plan, prices: [seat({ amount: price, per })] }),
        ),
    );
  const months = () => {
    let month = '2026-01';
    return Array.from({ length: MONTHS }, () => [month, (month = nextMonth(month))][0]!);
  };

  it('is charged for each billing period by the days held, however the months cut it', () => {
    fc.assert(
      fc.property(changes, fc.boolean(), (history, suspendedIsCharged) => {
        const subscription = held(suspendedIsCharged ? charged(history) : history);
        const lines = months().flatMap((month) => chargesOf(subscription, daysOfMonth(month)));
        const until = dayBefore(addMonths(FIRST, MONTHS));
        const all = sum(lines.map(({ amount: each }) => each));
        const due = byDaysHeld(subscription, until);
        // Each line is rounded once, by half a cent at most.
        expect(all.minus(due).abs().lte(new Decimal('0.005').times(lines.length))).toBe(true);
      }),
      { numRuns: 300 },
    );
  });

  it('never charges more for fewer days, nor anything before it begins', () => {
    fc.assert(
      fc.property(changes, (history) => {
        const lines = months().flatMap((month) => chargesOf(held(history), daysOfMonth(month)));
        expect(lines.every(({ from }) => from >= history[0]!.fromDate)).toBe(true);
        expect(lines.every(({ amount: each }) => new Decimal(each).decimalPlaces() <= 2)).toBe(true);
      }),
    );
  });

  /** By another way: every day of every billing period costs its part. What runs past the last month is charged whole. */
  function byDaysHeld({ changes: history }: ChargedSubscription, until: string): Decimal {
    const stretches = stretchesOf(history);
    let due = new Decimal(0);
    let anchor: string | null = null;
    stretches.forEach(({ from, change }, i) => {
      const before = stretches[i - 1]?.change;
      if (change.state === 'ended') return void (anchor = null);
      if (anchor === null || before?.planId !== change.planId) anchor = from;
      const { per } = change.prices[0]!;
      if (change.state === 'suspended' && !change.suspendedIsCharged) return;
      const cost = new Decimal(unitsCost(change.prices[0]!, change.quantity));
      const lastOfAll = stretches[i + 1] ? dayBefore(stretches[i + 1]!.from) : '2040-12-31';
      const ofMonths = per === 'month';
      for (const period of periodsFrom(ofMonths ? '2026-01-01' : anchor, MONTHS_OF[per!], { from: FIRST, to: until })) {
        const days = countDays({
          from: from > period.from ? from : period.from,
          to: lastOfAll < period.to ? lastOfAll : period.to,
        });
        due = due.plus(cost.times(days).div(countDays(period)));
      }
    });
    return due;
  }
});
