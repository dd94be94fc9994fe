import * as fc from 'fast-check';
import { DomainError } from '../domain-error.js';
import { assertBudgetAmount, assertCoversUse, book, budgetLeft, type BudgetStand } from './budget.js';
import { BUDGET_ENTRY_KINDS } from './order-states.js';

const budget: BudgetStand = { name: 'Year', currency: 'EUR', amount: '100', reserved: '30', spent: '20' };

describe('a budget', () => {
  it('has left what is neither reserved nor spent', () => {
    expect(budgetLeft(budget)).toBe('50.00');
  });

  it('reserves to the last cent and not a cent more', () => {
    expect(book(budget, 'reserved', '50')).toEqual({ reserved: '80.00', spent: '20.00' });
    expect(() => book(budget, 'reserved', '50.01')).toThrow(
      'needs 50.01 EUR, which is more than is left of the budget "Year"',
    );
  });

  it('has the digits of its currency', () => {
    expect(budgetLeft({ ...budget, currency: 'JPY' })).toBe('50');
  });

  it('gets back what is released, and turns into spent money what is accepted', () => {
    expect(book(budget, 'released', '30')).toEqual({ reserved: '0.00', spent: '20.00' });
    expect(book(budget, 'spent', '30')).toEqual({ reserved: '0.00', spent: '50.00' });
  });

  it('is never overspent, whatever happens to its orders', () => {
    const moves = fc.array(fc.tuple(fc.constantFrom(...BUDGET_ENTRY_KINDS), fc.integer({ min: 0, max: 6000 })));
    fc.assert(
      fc.property(moves, (wanted) => {
        let stand: BudgetStand = { ...budget, reserved: '0', spent: '0' };
        const open: string[] = [];
        for (const [kind, cents] of wanted) {
          const amount = kind === 'reserved' ? (cents / 100).toFixed(2) : open.pop();
          if (amount === undefined) continue;
          try {
            stand = { ...stand, ...book(stand, kind, amount) };
            if (kind === 'reserved') open.push(amount);
          } catch (error) {
            if (!(error instanceof DomainError)) throw error;
          }
          expect(Number(budgetLeft(stand))).toBeGreaterThanOrEqual(0);
          expect(Number(stand.reserved)).toBeGreaterThanOrEqual(0);
        }
      }),
    );
  });

  it('is not made smaller than what is used', () => {
    expect(() => assertCoversUse(budget, '49.99')).toThrow('50.00 EUR are reserved or spent');
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
