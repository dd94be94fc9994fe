import { assertReviewPlan } from './review-plan.js';

const plan = { period: '2026-Q1', plannedOn: '2026-04-10' };
const planning = { today: '2026-03-16', boundFrom: '2026-01-15' };

describe('a planned review', () => {
  it.each(['2026-02-28', '2026-04-10', '2027-03-31'])('may meet on %s', (plannedOn) => {
    expect(() => assertReviewPlan({ ...plan, plannedOn }, planning)).not.toThrow();
  });

  it('may look at a period long ago, and meets within a year from today', () => {
    const late = { period: '2026-01', plannedOn: '2028-02-01' };
    expect(() => assertReviewPlan(late, { ...planning, today: '2028-01-10' })).not.toThrow();
  });

  it.each([
    ['WRONG_DAY', { plannedOn: '2026-02-27' }],
    ['WRONG_DAY', { plannedOn: '2027-04-01' }],
    ['LATER_YEAR', { period: '2027-01', plannedOn: '2027-02-10' }],
    ['BEFORE_AGREEMENT', { period: '2025-12' }],
  ])('is refused with %s: %j', (code, differing) => {
    expect(() => assertReviewPlan({ ...plan, ...differing }, planning)).toThrow(expect.objectContaining({ code }));
  });

  it('may come before the first agreement', () => {
    expect(() => assertReviewPlan(plan, { ...planning, boundFrom: null })).not.toThrow();
  });
});
