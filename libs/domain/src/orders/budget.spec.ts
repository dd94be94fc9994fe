import * as fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { assertBudgetAmount, assertCoversUse, book, budgetLeft, type BudgetStand, takeRoom } from './budget.js';
import type { BudgetEntryKind } from './budget-entry-kind.js';

const budget: BudgetStand = {
  name: 'Year',
  currency: 'EUR',
  amount: '100',
  reserved: '20',
  committed: '10',
  spent: '20',
};

describe('a budget', () => {
  it('has left what is neither reserved, committed nor spent', () => {
    expect(budgetLeft(budget)).toBe('50.00');
  });

  it('reserves to the last cent and not a cent more', () => {
    expect(book(budget, 'reserved', '50')).toEqual({
      reserved: '70.00',
      committed: '10.00',
      spent: '20.00',
      overrun: '0.00',
    });
    expect(() => book(budget, 'reserved', '50.01')).toThrow(
      'needs 50.01 EUR, which is more than is left of the budget "Year"',
    );
  });

  it('has the digits of its currency', () => {
    expect(budgetLeft({ ...budget, currency: 'JPY' })).toBe('50');
  });

  it.each([
    ['released', { reserved: '10.00', committed: '10.00', spent: '20.00' }],
    ['expired', { reserved: '10.00', committed: '10.00', spent: '20.00' }],
    ['committed', { reserved: '10.00', committed: '20.00', spent: '20.00' }],
    ['freed', { reserved: '20.00', committed: '0.00', spent: '20.00' }],
    ['spent', { reserved: '20.00', committed: '10.00', spent: '30.00' }],
  ] as const)('stands where it should after 10.00 are %s', (kind, sums) => {
    expect(book(budget, kind, '10')).toEqual({ ...sums, overrun: '0.00' });
  });

  it('says by how much charges went beyond it, takes nothing more then, and what costs nothing still', () => {
    const over = { ...budget, ...book(budget, 'spent', '60') };

    expect(over.overrun).toBe('10.00');
    expect(budgetLeft(over)).toBe('-10.00');
    expect(() => book(over, 'reserved', '0.01')).toThrow('more than is left');
    expect(book(over, 'reserved', '0').reserved).toBe('20.00');
    expect(book(over, 'freed', '10').overrun).toBe('0.00');
    expect(book(over, 'spent', '-10').overrun).toBe('0.00');
  });

  it('is never overspent by promises, whatever happens to its orders, and stands where its entries say', () => {
    const next = { reserved: ['released', 'expired', 'committed'], committed: ['freed'] } as const;
    const wants = fc.array(fc.tuple(fc.nat(5), fc.integer({ min: 0, max: 6000 })));
    fc.assert(
      fc.property(wants, (wanted) => {
        let stand: BudgetStand & { overrun?: string } = { ...budget, reserved: '0', committed: '0', spent: '0' };
        const promises: { state: 'reserved' | 'committed'; amount: string }[] = [];
        const entries: [BudgetEntryKind, number][] = [];
        const enter = (kind: BudgetEntryKind, amount: string) => {
          stand = { ...stand, ...book(stand, kind, amount) };
          entries.push([kind, Number(amount)]);
        };
        for (const [choice, cents] of wanted) {
          const amount = (cents / 100).toFixed(2);
          const promise = choice > 1 ? promises.shift() : undefined;
          try {
            if (!promise) {
              enter('reserved', amount);
              promises.push({ state: 'reserved', amount });
            } else {
              const kinds: readonly BudgetEntryKind[] = next[promise.state];
              const kind = kinds[choice % kinds.length]!;
              enter(kind, promise.amount);
              if (kind === 'committed') promises.push({ ...promise, state: 'committed' });
              else if (kind === 'freed') enter('spent', promise.amount);
            }
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          expect(Number(budgetLeft(stand))).toBeGreaterThanOrEqual(0);
          expect(stand.overrun ?? '0.00').toBe('0.00');
        }
        const sum = (kinds: BudgetEntryKind[]) =>
          entries.reduce((all, [kind, amount]) => all + (kinds.includes(kind) ? amount : 0), 0);
        const reserved = sum(['reserved']) - sum(['released', 'expired', 'committed']);
        expect(Number(stand.reserved)).toBeCloseTo(reserved, 6);
        expect(Number(stand.committed)).toBeCloseTo(sum(['committed']) - sum(['freed']), 6);
        expect(Number(stand.spent)).toBeCloseTo(sum(['spent']), 6);
      }),
    );
  });

  it('that lacks room asks the next one further up that has it', () => {
    const [poor, rich] = [
      { ...budget, name: 'Division', amount: '60' },
      { ...budget, name: 'Company', amount: '1000' },
    ];
    const parts = (needed: string, ...budgets: BudgetStand[]) =>
      takeRoom(budgets, needed)?.map(({ budget: { name }, amount }) => [name, amount]) ?? null;

    expect(parts('50', budget, rich)).toEqual([['Year', '50']]);
    expect(parts('80', budget, poor, rich)).toEqual([
      ['Year', '50'],
      ['Company', '30'],
    ]);
    expect(parts('60', budget, poor, rich)).toEqual([
      ['Year', '50'],
      ['Division', '10'],
    ]);
    expect(parts('5', { ...budget, amount: '50' }, rich)).toEqual([['Company', '5']]);
    expect(parts('5000', budget, poor, rich)).toBeNull();
    expect(parts('5')).toBeNull();
  });

  it('is not made smaller than what is used', () => {
    expect(() => assertCoversUse(budget, '49.99')).toThrow('50.00 EUR are reserved, committed or spent');
    expect(() => assertCoversUse(budget, '50')).not.toThrow();
  });

  it.each([
    ['-1', 'NEGATIVE_AMOUNT'],
    ['1.005', 'AMOUNT_TOO_FINE'],
    ['1000000000000000', 'AMOUNT_TOO_LARGE'],
  ])('cannot be of %s: %s', (amount, code) => {
    expect(() => assertBudgetAmount(amount, 'EUR')).toThrow(expect.objectContaining({ code }));
  });
});
