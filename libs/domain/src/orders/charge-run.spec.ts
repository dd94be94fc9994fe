import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { billChanges, type BilledPrice } from './charge-changes.js';
import { chargeKey, correctionsOf, mostGivenBack } from './charge-correction.js';
import { creditParts } from './charge-credit.js';
import type { ChargedLine } from './charge-lines.js';
import { daysOfMonth, nextMonth, periodsFrom, previousMonth } from './charge-month.js';
import { canMoveChargeRun, movedChargeRun } from './charge-states.js';

const sum = (amounts: readonly string[]) =>
  amounts.reduce((all, amount) => all.plus(amount), new Decimal(0)).toFixed(2);
const cents = (min: number) => fc.integer({ min, max: 10_000_000 }).map((units) => (units / 100).toFixed(2));

describe('a month', () => {
  it('has its days, and neighbours across the year', () => {
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect([nextMonth('2026-12'), previousMonth('2026-01')]).toEqual(['2027-01', '2025-12']);
    expect(() => daysOfMonth('2026-13')).toThrow(expect.objectContaining({ code: 'MALFORMED_MONTH' }));
  });

  it('cuts periods from their first day on without drifting', () => {
    const quarters = periodsFrom('2026-01-31', 3, { from: '2026-04-01', to: '2026-08-31' });
    expect(quarters.map(({ from }) => from)).toEqual(['2026-01-31', '2026-04-30', '2026-07-31']);
  });
});

describe('the states of a run', () => {
  it('lead from open by a proposal to closed, and from there nowhere', () => {
    expect(movedChargeRun('propose', 'open')).toBe('proposed');
    expect(movedChargeRun('reopen', 'proposed')).toBe('open');
    expect(movedChargeRun('close', 'proposed')).toBe('closed');
    expect(() => movedChargeRun('close', 'open')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
    expect((['reckon', 'propose', 'reopen', 'close'] as const).some((move) => canMoveChargeRun(move, 'closed'))).toBe(
      false,
    );
  });
});

describe('a service credit', () => {
  it('is given to whoever paid, in whole cents, by largest remainder', () => {
    const charges = ['1', '1', '1'].map((amount, i) => ({ key: `s${i}`, amount }));
    expect(creditParts('100.00', 'EUR', charges).map(({ amount }) => amount)).toEqual(['33.34', '33.33', '33.33']);
    expect(creditParts('-0.01', 'EUR', charges)).toEqual([{ key: 's0', amount: '-0.01' }]);
    expect(creditParts('5', 'JPY', [...charges, { key: 'back', amount: '-3' }]).map(({ key }) => key)).not.toContain(
      'back',
    );
    expect(creditParts('5.00', 'EUR', [])).toEqual([]);
  });

  it('is always given whole', () => {
    fc.assert(
      fc.property(cents(-10_000_000), fc.array(cents(1), { minLength: 1, maxLength: 30 }), (credit, paid) => {
        const parts = creditParts(
          credit,
          'EUR',
          paid.map((amount, i) => ({ key: String(i), amount })),
        );
        expect(sum(parts.map(({ amount }) => amount))).toBe(new Decimal(credit).toFixed(2));
      }),
    );
  });
});

const line = (other: Partial<ChargedLine> = {}): ChargedLine => ({
  kind: 'recurring',
  label: 'Seat',
  per: 'month',
  unitName: null,
  planId: 'standard',
  planVersion: 1,
  from: '2026-06-01',
  to: '2026-06-30',
  quantity: '1',
  unitPrice: '10',
  amount: '10.00',
  currency: 'EUR',
  explanation: [],
  ...other,
});

describe('a correction', () => {
  it('is the difference to what was charged, and nothing where that was right', () => {
    expect(correctionsOf([line()], [line()])).toEqual([]);
    expect(correctionsOf([line()], [line({ amount: '4.00' }), line({ amount: '5.00' })])).toMatchObject([
      { amount: '-1.00' },
    ]);
    expect(correctionsOf([], [line()])).toMatchObject([{ amount: '10.00', label: 'Seat' }]);
    expect(correctionsOf([line()], [])).toMatchObject([
      { amount: '-10.00', explanation: [{ rule: 'charge.correction' }] },
    ]);
  });

  it('makes what was charged what is due, after which nothing is left to correct', () => {
    const lines = fc.array(
      fc
        .record({ label: fc.constantFrom('Seat', 'Disk', 'Traffic'), amount: cents(-1000) })
        .map((other) => line(other)),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(lines, lines, (posted, due) => {
        const corrections = correctionsOf(posted, due);
        expect(sum([...posted, ...corrections].map(({ amount }) => amount))).toBe(sum(due.map(({ amount }) => amount)));
        expect(correctionsOf([...posted, ...corrections], due)).toEqual([]);
      }),
    );
  });
});

describe('money given back', () => {
  it('is given back once, in whatever order disputes and corrections of a month come', () => {
    const move = fc.oneof(
      fc.record({ due: cents(0) }),
      fc.record({ disputed: cents(1), wished: fc.integer({ min: 1, max: 100 }) }),
    );
    fc.assert(
      fc.property(cents(0), fc.array(move, { maxLength: 12 }), (charged, moves) => {
        const posted = [line({ amount: charged })];
        const back: string[] = [];
        let due = charged;
        const paid = () => new Decimal(sum(posted.map(({ amount }) => amount))).minus(sum(back));
        for (const one of moves) {
          if ('due' in one) due = one.due;
          else {
            const most = mostGivenBack(
              one.disputed,
              posted.map(({ amount }) => amount),
              back,
            );
            const wished = new Decimal(most).times(one.wished).div(100).toFixed(2, Decimal.ROUND_DOWN);
            if (new Decimal(wished).gt(0)) back.push(wished);
          }
          const key = chargeKey(line());
          posted.push(
            ...(correctionsOf(posted, [line({ amount: due })], new Map([[key, sum(back)]])) as typeof posted),
          );
          expect(paid().gte(0) && paid().lte(due)).toBe(true);
        }
        if (back.length === 0) expect(paid().toFixed(2)).toBe(due);
      }),
    );
  });
});

describe('what changed since last month', () => {
  const billed = (other: Partial<BilledPrice> = {}): BilledPrice => ({
    key: 'a seat',
    subscriptionId: 'a',
    origin: 'charge',
    kind: 'recurring',
    per: 'month',
    unitPrice: '10',
    quantity: '2',
    amount: '20.00',
    ...other,
  });
  const changes = (before: BilledPrice[], now: BilledPrice[]) =>
    Object.fromEntries(billChanges(before, now, 'EUR').map(({ reason, amount }) => [reason, amount]));

  it.each<[string, BilledPrice[], BilledPrice[], Record<string, string>]>([
    ['is new', [], [billed()], { new: '20.00' }],
    ['ended', [billed()], [], { ended: '-20.00' }],
    ['has another price', [billed()], [billed({ unitPrice: '12', amount: '24.00' })], { price: '4.00' }],
    ['has another quantity', [billed()], [billed({ quantity: '5', amount: '50.00' })], { quantity: '30.00' }],
    [
      'has both',
      [billed()],
      [billed({ quantity: '3', unitPrice: '12', amount: '36.00' })],
      { price: '4.00', quantity: '12.00' },
    ],
    ['was held fewer days', [billed()], [billed({ amount: '7.00' })], { days: '-13.00' }],
    [
      'was used more',
      [billed({ kind: 'metered' })],
      [billed({ kind: 'metered', quantity: '4', amount: '40.00' })],
      { usage: '20.00' },
    ],
    ['was paid once', [billed(), billed({ key: 'setup', kind: 'oneOff', per: null })], [billed()], { once: '-20.00' }],
    ['has another plan', [billed()], [billed({ key: 'other', amount: '25.00' })], { plan: '5.00' }],
    ['is charged its quarter', [billed()], [billed(), billed({ key: 'q', per: 'quarter' })], { period: '20.00' }],
    [
      'has a credit',
      [billed()],
      [billed(), billed({ key: 'c', origin: 'credit', amount: '-3.00' })],
      { credit: '-3.00' },
    ],
    ['stays as it is', [billed()], [billed()], {}],
  ])('says that it %s', (_, before, now, reasons) => {
    expect(changes(before, now)).toEqual(reasons);
  });

  it('adds up to the difference, whatever happened', () => {
    const bills = fc.uniqueArray(
      fc.record({
        key: fc.integer({ min: 0, max: 9 }).map(String),
        subscriptionId: fc.constantFrom('a', 'b', 'c'),
        origin: fc.constantFrom('charge' as const, 'charge' as const, 'credit' as const, 'correction' as const),
        kind: fc.constantFrom('recurring' as const, 'metered' as const, 'oneOff' as const),
        per: fc.constantFrom('month' as const, 'year' as const, null),
        unitPrice: cents(0),
        quantity: fc.integer({ min: 1, max: 9 }).map(String),
        amount: cents(-1000),
      }),
      { selector: ({ key }) => key, maxLength: 10 },
    );
    fc.assert(
      fc.property(bills, bills, (before, now) => {
        const difference = new Decimal(sum(now.map(({ amount }) => amount))).minus(
          sum(before.map(({ amount }) => amount)),
        );
        expect(sum(billChanges(before, now, 'EUR').map(({ amount }) => amount))).toBe(difference.toFixed(2));
      }),
    );
  });
});
