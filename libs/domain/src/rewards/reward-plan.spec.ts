import {
  assertFollowsOn,
  assertPlanVersion,
  daysOfPeriod,
  lastDayOf,
  runsAlong,
  type ProposedPlanVersion,
} from './reward-plan.js';

const measure = { commitmentId: 'c1', weight: '50', floor: '96', target: '99' };
const version: ProposedPlanVersion = {
  effectiveFrom: '2026-04-01',
  window: 'quarter',
  pool: '10000',
  cap: '12000.50',
  curve: [
    { attainment: '90', percent: '50' },
    { attainment: '100', percent: '100' },
  ],
  measures: [measure],
};
const refused = (differing: Partial<ProposedPlanVersion>, currency = 'EUR') =>
  expect(() => assertPlanVersion({ ...version, ...differing }, currency)).toThrow(
    expect.objectContaining({ code: 'WRONG_PLAN' }),
  );

it('pays less than a thousand trillion, and never caps below the pool', () => {
  refused({ pool: '1000000000000000', cap: '1000000000000000' });
  refused({ cap: '1000000000000000' });
  refused({ cap: '9999.99' });
});

it('runs up for at least, and down for at most', () => {
  const [up, down] = [
    { floor: '8', target: '40' },
    { floor: '40', target: '8' },
  ];

  expect([runsAlong('atLeast', up), runsAlong('atLeast', down)]).toEqual([true, false]);
  expect([runsAlong('atMost', up), runsAlong('atMost', down)]).toEqual([false, true]);
});

it('knows the last day of months and quarters', () => {
  expect(lastDayOf(['2025-Q4', '2026-02', '2026-01'])).toBe('2026-02-28');
  expect(lastDayOf([])).toBeNull();
});

it('takes a version that can be calculated', () => {
  expect(() => assertPlanVersion(version, 'EUR')).not.toThrow();
});

it('refuses a version that could not be calculated, naming what is wrong', () => {
  refused({ effectiveFrom: '2026-02-01' });
  refused({ window: 'month', effectiveFrom: '2026-04-02' });
  refused({ pool: '0' });
  refused({ cap: '100.001' });
  refused({ cap: '100.5' }, 'JPY');
  refused({ curve: [] });
  refused({ curve: [...version.curve].reverse() });
  refused({ curve: [version.curve[1]!, { attainment: '110', percent: '90' }] });
  refused({ curve: [{ attainment: '90', percent: '-1' }] });
  refused({ measures: [] });
  refused({ measures: [measure, measure] });
  refused({ measures: [{ ...measure, weight: '0' }] });
  refused({ measures: [{ ...measure, floor: '99.0' }] });
});

it('follows on the version in force, between its periods, and after what was calculated', () => {
  const inForce = { effectiveFrom: '2026-01-01', window: 'quarter' } as const;
  const refuses = (...args: Parameters<typeof assertFollowsOn>) =>
    expect(() => assertFollowsOn(...args)).toThrow(expect.objectContaining({ code: 'WRONG_PLAN' }));

  expect(() => assertFollowsOn('2026-04-01', inForce, '2026-03-31')).not.toThrow();
  refuses('2026-01-01', inForce, null);
  refuses('2026-05-01', inForce, null);
  refuses('2026-04-01', null, '2026-04-30');
});

it('knows first and last day of a month and a quarter, and refuses the other', () => {
  expect(daysOfPeriod('month', '2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
  expect(daysOfPeriod('quarter', '2025-Q4')).toEqual({ from: '2025-10-01', to: '2025-12-31' });
  expect(() => daysOfPeriod('month', '2026-Q1')).toThrow(expect.objectContaining({ code: 'UNKNOWN_PERIOD' }));
  expect(() => daysOfPeriod('quarter', '2026-13')).toThrow(expect.objectContaining({ code: 'UNKNOWN_PERIOD' }));
});
