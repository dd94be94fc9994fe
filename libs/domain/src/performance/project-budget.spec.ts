import { createTerms, type Evidence, judge, periodById } from '@accord/sla';
import { projectBudget } from './project-budget.js';

const DAY = 86_400_000;
const june = periodById('Etc/UTC', '2026-06');
const halfWay = june.from + 15 * DAY;
const promised = (kind: 'availability' | 'goodTotal') =>
  createTerms({ indicator: { kind } as never, objective: { comparator: 'gte', targetPercent: '99' } });

function projected(kind: 'availability' | 'goodTotal', evidence: Evidence, asOf = halfWay) {
  const terms = promised(kind);
  return projectBudget(terms, judge(terms, june, evidence, { asOf }));
}
const counted = (bad: number): Evidence =>
  ({
    kind: 'counts',
    counts: [{ ref: 'c', from: june.from, to: halfWay, good: 10_000 - bad, total: 10_000 }],
  }) as never;
const down = (ms: number): Evidence => ({
  kind: 'outages',
  outages: [{ ref: 'o', from: june.from, to: june.from + ms }],
});

describe('where an error budget goes', () => {
  it('leaves as much of events as is left today, since what they allow grows with them', () => {
    expect(projected('goodTotal', counted(77))).toEqual({ at: june.to, leftPercent: '23.00', exhaustedAt: null });
  });

  it('is gone half as long again after half of a month in which two thirds of the time allowed were lost', () => {
    const month = 30 * DAY;
    const third = month / 300;
    expect(projected('availability', down(2 * third))).toEqual({
      at: june.to,
      leftPercent: '-33.34',
      exhaustedAt: halfWay + 7.5 * DAY,
    });
    expect(projected('availability', down(third))).toMatchObject({ leftPercent: '33.33', exhaustedAt: null });
  });

  it('is not told while nothing was spent, once more than all is, and once the period is over', () => {
    expect(projected('goodTotal', counted(0))).toBeNull();
    expect(projected('goodTotal', counted(101))).toBeNull();
    expect(projected('goodTotal', counted(77), june.to)).toBeNull();
    expect(projected('goodTotal', { kind: 'counts', counts: [] } as never)).toBeNull();
  });
});
