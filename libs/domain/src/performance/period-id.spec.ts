import { assertPeriodId, assertPeriodRange, firstDayOf, monthsOf, periodsEndingIn, surelyOver } from './period-id.js';

describe('a period by its id', () => {
  it('has its months and its first day', () => {
    expect(monthsOf('2026-03')).toEqual(['2026-03']);
    expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(firstDayOf('2026-Q2')).toBe('2026-04-01');
  });

  it('takes a quarter into the month in which it ends', () => {
    expect(periodsEndingIn('2026-02')).toEqual(['2026-02']);
    expect(periodsEndingIn('2026-03')).toEqual(['2026-03', '2026-Q1']);
    expect(periodsEndingIn('2026-Q1')).toEqual(['2026-01', '2026-02', '2026-03', '2026-Q1']);
  });

  it('is over everywhere two days after its end', () => {
    expect(surelyOver('2026-Q4')).toEqual(new Date('2027-01-03T00:00:00Z'));
    expect(surelyOver('2026-02')).toEqual(new Date('2026-03-03T00:00:00Z'));
  });

  it('is a month or a quarter', () => {
    expect(() => assertPeriodId('2026-Q1')).not.toThrow();
    for (const wrong of ['2026', '2026-13', '2026-Q5', '2026-1', 'March', '0001-01', '1899-12', '3000-Q1'])
      expect(() => assertPeriodId(wrong)).toThrow('A period is');
  });

  it('begins a range that ends no earlier, months and quarters beside each other', () => {
    expect(() => assertPeriodRange({ from: '2026-03', to: '2026-03' })).not.toThrow();
    expect(() => assertPeriodRange({ from: '2026-02', to: '2026-Q2' })).not.toThrow();
    expect(() => assertPeriodRange({ from: '2026-03', to: '2026-02' })).toThrow(
      'The last month is 2026-02, which is before the first one, 2026-03.',
    );
  });
});
