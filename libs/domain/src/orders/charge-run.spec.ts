import { Decimal } from 'decimal.js';
import * as fc from 'fast-check';
import { billChanges, type BilledLine } from './charge-changes.js';
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
  const billed = (other: Partial<BilledLine> = {}): BilledLine => ({
    origin: 'charge',
    planId: 'standard',
    kind: 'recurring',
    label: 'Seat',
    per: 'month',
    unitName: null,
    to: '2026-06-30',
    unitPrice: '10',
    quantity: '2',
    amount: '20.00',
    currency: 'EUR',
    ...other,
  });
  const metered = (other: Partial<BilledLine> = {}) => billed({ kind: 'metered', unitName: 'GB', ...other });
  const changes = (before: BilledLine[], now: BilledLine[]) =>
    billChanges(before, now).flatMap(({ planId, reason, amount }) =>
      reason === 'before' ? [] : [`${planId === 'standard' ? '' : `${planId} `}${reason} ${amount}`],
    );

  it.each<[string, BilledLine[], BilledLine[], string[]]>([
    ['is new', [], [billed()], ['new 20']],
    ['ended', [billed()], [], ['ended -20']],
    ['has another price', [billed()], [billed({ unitPrice: '12', amount: '24.00' })], ['price 4']],
    ['has another quantity', [billed()], [billed({ quantity: '5', amount: '50.00' })], ['quantity 30']],
    ['has both', [billed()], [billed({ quantity: '3', unitPrice: '12', amount: '36.00' })], ['price 4', 'quantity 12']],
    [
      'changed in the middle of the month',
      [billed()],
      [billed({ to: '2026-06-15', amount: '10.00' }), billed({ quantity: '5', amount: '25.00' })],
      ['quantity 15'],
    ],
    ['was held fewer days', [billed()], [billed({ amount: '7.00' })], ['days -13']],
    ['was used more', [metered()], [metered({ quantity: '4', amount: '40.00' })], ['usage 20']],
    [
      'was used as much, at parts of a cent more',
      [metered({ unitPrice: '0.001', quantity: '5', amount: '0.01' })],
      [metered({ unitPrice: '0.003', quantity: '6', amount: '0.02' })],
      ['price 0.01'],
    ],
    ['was paid once', [billed(), billed({ label: 'Set-up', kind: 'oneOff', per: null })], [billed()], ['once -20']],
    ['has another plan', [billed()], [billed({ planId: 'gold', amount: '25.00' })], ['plan -20', 'gold plan 25']],
    ['is charged its quarter', [billed()], [billed(), billed({ label: 'Licence', per: 'quarter' })], ['period 20']],
    [
      'has a credit, and another one the month before',
      [billed(), billed({ origin: 'credit', kind: 'oneOff', per: null, amount: '-1.00' })],
      [billed(), billed({ origin: 'credit', kind: 'oneOff', per: null, amount: '-3.00' })],
      ['credit -2'],
    ],
    ['stays as it is', [billed()], [billed()], []],
  ])('says that it %s', (_, before, now, reasons) => {
    expect(changes(before, now)).toEqual(reasons);
  });

  it('leads from what it was to what it is, plan by plan, in whole cents', () => {
    const bills = fc.array(
      fc
        .record({
          label: fc.constantFrom('Seat', 'Disk'),
          planId: fc.constantFrom('standard', 'gold'),
          origin: fc.constantFrom('charge' as const, 'charge' as const, 'credit' as const, 'correction' as const),
          kind: fc.constantFrom('recurring' as const, 'metered' as const, 'oneOff' as const),
          per: fc.constantFrom('month' as const, 'year' as const, null),
          unitPrice: fc.integer({ min: 0, max: 99_999 }).map((units) => (units / 1_000).toFixed(3)),
          quantity: fc.integer({ min: 1, max: 9 }).map(String),
          amount: cents(-1000),
        })
        .map(billed),
      { maxLength: 10 },
    );
    fc.assert(
      fc.property(bills, bills, (before, now) => {
        const all = billChanges(before, now);
        expect(all.every(({ amount }) => new Decimal(amount).decimalPlaces() <= 2)).toBe(true);
        for (const plan of ['standard', 'gold']) {
          const of = (some: readonly { planId: string; amount: string }[]) =>
            sum(some.filter(({ planId }) => planId === plan).map(({ amount }) => amount));
          expect([of(all), of(all.filter(({ reason }) => reason === 'before'))]).toEqual([of(now), of(before)]);
        }
      }),
    );
  });
});
