import * as fc from 'fast-check';
import { addedBy, laterYears, type PricedItem } from './budget-later.js';

const NEW: PricedItem = {
  kind: 'subscribe',
  planId: 'plan',
  from: '2026-10-15',
  monthly: '10',
  monthlyBefore: null,
  announced: null,
  months: 24,
  renewal: 'automatic',
  heldBackTo: null,
  before: null,
};
const HELD = {
  planId: 'plan',
  currency: 'EUR',
  ahead: null,
  paidTo: '9999-12-31',
  renewsOn: null,
  renewal: null,
  endsOn: null,
};
const budget = (year: number, depth = 0) => ({
  id: `${year} at ${depth}`,
  fromDate: `${year}-01-01`,
  toDate: `${year}-12-31`,
  depth,
});
const yearsOf = (item: Partial<PricedItem>, path: ReturnType<typeof budget>[] = [], after = '2026-12-31') => {
  const added = addedBy({ ...NEW, ...item });
  return laterYears(added ? [added] : [], path, after, 'EUR').map(({ from, to, amount, budget: of }) => [
    from,
    to,
    amount,
    of?.id ?? null,
  ]);
};

describe('what an item costs in later years', () => {
  it('is counted by the months that begin in them', () => {
    // From January 2027 on: 12 months, then nine more until September 2028.
    expect(yearsOf({})).toEqual([
      ['2027-01-01', '2027-12-31', '120.00', null],
      ['2028-01-01', '2028-12-31', '90.00', null],
    ]);
    expect(yearsOf({ months: 12 }, [], '2027-03-31')).toEqual([['2027-04-01', '2028-03-31', '60.00', null]]);
  });

  it('is nothing when it ends with the budget, or costs nothing more per month', () => {
    expect(yearsOf({ months: 3 })).toEqual([]);
    expect(yearsOf({ monthly: '0' })).toEqual([]);
    expect(yearsOf({ kind: 'terminate', before: HELD, monthlyBefore: '10' })).toEqual([]);
    expect(yearsOf({ kind: 'change', monthly: '8', monthlyBefore: '10', before: HELD })).toEqual([]);
  });

  it('is of the nearest budget of each day, for all that goes on in it', () => {
    const path = [budget(2027), budget(2027, 1), budget(2028, 1), { ...budget(2028), fromDate: '2028-07-01' }];

    expect(yearsOf({}, path)).toEqual([
      ['2027-01-01', '2027-12-31', '120.00', '2027 at 0'],
      ['2028-01-01', '2028-06-30', '60.00', '2028 at 1'],
      // The contract ends in October, and is renewed.
      ['2028-07-01', '2028-12-31', '60.00', '2028 at 0'],
    ]);
    expect(yearsOf({ renewal: 'onRequest' }, path).at(-1)).toEqual(['2028-07-01', '2028-12-31', '30.00', '2028 at 0']);
    expect(yearsOf({ months: null, renewal: null }, [budget(2028)])).toEqual([
      ['2027-01-01', '2027-12-31', '90.00', null],
      ['2028-01-01', '2028-12-31', '120.00', '2028 at 0'],
    ]);
  });

  it('adds of a live subscription what budgets do not hold for it already', () => {
    const ends = { ...HELD, paidTo: '2027-03-31', renewsOn: '2027-04-01', renewal: 'onRequest' as const };
    const grown = { kind: 'change', monthly: '30', monthlyBefore: '10' } as const;

    expect(yearsOf({ ...grown, before: HELD }, [budget(2027)])[0]).toEqual([
      '2027-01-01',
      '2027-12-31',
      '240.00',
      '2027 at 0',
    ]);
    expect(yearsOf({ ...grown, before: ends }, [budget(2027)])[0]).toEqual([
      '2027-01-01',
      '2027-12-31',
      '60.00',
      '2027 at 0',
    ]);
    // A renewal begins when the term before it ends; what was suspended for nothing is held again.
    const renewed = { kind: 'renew', monthlyBefore: '10', months: 6, renewal: 'onRequest', before: ends } as const;
    expect(yearsOf(renewed, [budget(2027)])[0]).toEqual(['2027-01-01', '2027-12-31', '60.00', '2027 at 0']);
    const resumed = { kind: 'resume', monthlyBefore: '10', before: { ...HELD, paidTo: null } } as const;
    expect(yearsOf(resumed, [budget(2027)])[0]).toEqual(['2027-01-01', '2027-12-31', '120.00', '2027 at 0']);
  });

  it('begins with the next term where a term holds it back, and not at all before somebody renews that', () => {
    const bound = { ...HELD, renewsOn: '2027-07-01', renewal: 'automatic' as const };
    const other = {
      kind: 'change',
      planId: 'other',
      monthly: '30',
      monthlyBefore: '10',
      heldBackTo: '2027-06-30',
    } as const;

    expect(yearsOf({ ...other, before: bound }, [budget(2027)])[0]).toEqual([
      '2027-01-01',
      '2027-12-31',
      '120.00',
      '2027 at 0',
    ]);
    expect(yearsOf({ ...other, before: { ...bound, renewal: 'onRequest' } }, [budget(2027)])).toEqual([]);
  });

  it('is the difference to what is held for the same days, also for what is agreed from a later day on', () => {
    const seat = { kind: 'recurring', label: 'Seat', amount: '10', per: 'month', unitName: null } as const;
    const less = { ...HELD, ahead: { from: '2027-11-15', prices: [seat], quantity: 11 } };
    const change = { kind: 'change', monthlyBefore: '220', before: less } as const;

    // 30 a month until November, and 140 from then on.
    expect(yearsOf({ ...change, monthly: '250' }, [budget(2027)])[0]![2]).toBe('580.00');
    const waits = { ...change, from: '2027-11-15', monthly: '50' };
    expect(yearsOf(waits, [budget(2027), budget(2028)])).toEqual([]);
  });

  it('counts announced prices from their day on', () => {
    const announced = { from: '2027-07-15', monthly: '20' };

    expect(yearsOf({ announced }, [budget(2027)])[0]).toEqual(['2027-01-01', '2027-12-31', '180.00', '2027 at 0']);
  });

  it('adds up with the months of the first year to the whole contract, however budgets cut it', () => {
    const years = fc.uniqueArray(fc.integer({ min: 2027, max: 2032 }), { maxLength: 4 });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 11 }), years, (months, month, of) => {
        const from = `2026-${String(month + 1).padStart(2, '0')}-20`;
        const path = of.map((year) => budget(year));
        const later = yearsOf({ from, months, renewal: 'onRequest' }, path);
        const first = Math.min(months, 12 - month);
        expect(first * 10 + later.reduce((sum, [, , amount]) => sum + Number(amount), 0)).toBe(months * 10);
        for (const [i, [begin]] of later.entries()) if (i > 0) expect(begin! > later[i - 1]![1]!).toBe(true);
      }),
    );
  });
});
