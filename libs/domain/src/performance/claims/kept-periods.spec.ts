import { amongPeriods, type KeptPeriod } from './kept-periods.js';

/** Months of a day, met or missed. */
const days = (...met: boolean[]): KeptPeriod[] =>
  met.map((isMet, day) => ({ from: day, to: day + 1, isMet, isMissed: !isMet, goodPercent: isMet ? '100' : '90' }));

describe('a period among the others of its commitment', () => {
  it('is a repeated miss where the one before was missed', () => {
    const periods = days(false, false, true, false);
    expect(periods.map((one) => amongPeriods(one, periods, 0).isRepeated)).toEqual([false, true, true, false]);
  });

  it('is followed by as many as count, up to a gap', () => {
    const periods = days(false, true, false, true, true);
    const after = (from: number, most: number, of = periods) =>
      amongPeriods(periods[from]!, of, most).following.map(({ isMet }) => isMet);

    expect(after(0, 3)).toEqual([true, false, true]);
    expect(after(3, 3)).toEqual([true]);
    expect(after(0, 0)).toEqual([]);
    expect(after(0, 3, periods.toSpliced(2, 1))).toEqual([true]);
    expect(after(0, 3, periods.toReversed())).toEqual([true, false, true]);
  });
});
