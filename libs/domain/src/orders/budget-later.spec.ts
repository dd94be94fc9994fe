import * as fc from 'fast-check';
import { laterYears } from './budget-later.js';

const contract = { monthly: '10', from: '2026-10-15', months: 24, currency: 'EUR' };

describe('what a contract costs in later years', () => {
  it('is counted by the months that begin in them', () => {
    // From January 2027 on: 12 months, then nine more until September 2028.
    expect(laterYears(contract, '2026-12-31')).toEqual([
      { from: '2027-01-01', to: '2027-12-31', amount: '120.00' },
      { from: '2028-01-01', to: '2028-12-31', amount: '90.00' },
    ]);
  });

  it('is nothing when it ends with the budget, or costs nothing per month', () => {
    expect(laterYears({ ...contract, months: 3 }, '2026-12-31')).toEqual([]);
    expect(laterYears({ ...contract, monthly: '0' }, '2026-12-31')).toEqual([]);
  });

  it('follows years that do not begin in January', () => {
    expect(laterYears({ ...contract, months: 12 }, '2027-03-31')).toEqual([
      { from: '2027-04-01', to: '2028-03-31', amount: '60.00' },
    ]);
  });

  it('adds up with the months of the first year to the whole contract', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 11 }), (months, month) => {
        const from = `2026-${String(month + 1).padStart(2, '0')}-20`;
        const later = laterYears({ ...contract, from, months }, '2026-12-31');
        const first = Math.min(months, 12 - month);
        expect(first * 10 + later.reduce((sum, { amount }) => sum + Number(amount), 0)).toBe(months * 10);
      }),
    );
  });
});
