import { createTerms, judge, periodById } from '@accord/sla';
import { assertPromise, type CommitmentPromise, termsDefinition } from './commitment-terms.js';

const uptime: CommitmentPromise = {
  indicator: { kind: 'availability', source: 'outages', shortestOutageMs: 0, longestHoldMs: null },
  target: '99.9',
  comparator: 'atLeast',
  windowKind: 'month',
  missingData: 'ignore',
  coverageFloor: '0',
  providerOwesData: false,
  excludedTime: 'removed',
  credit: {
    tiers: [
      { gte: '99.0', lt: '99.9', percent: '10' },
      { gte: null, lt: '99.0', percent: '25' },
    ],
    minimum: '1.00',
    capPercent: '50',
  },
};
const always = {
  zone: 'Etc/UTC',
  weekly: Object.fromEntries(
    ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'].map((day) => [day, [['00:00', '24:00']]]),
  ),
} as Parameters<typeof assertPromise>[1];
const assertion = (changed: Partial<CommitmentPromise>) => () =>
  assertPromise({ ...uptime, ...changed }, always, 'EUR');
const tickets = {
  kind: 'ticketsInTime',
  metric: 'resolution',
  targets: [{ priority: 1, targetMs: 1 }],
  lowVolumeUnder: null,
  allowedFailures: null,
} as const;
const credit = (...tiers: [string | null, string | null][]) => ({
  credit: { tiers: tiers.map(([gte, lt]) => ({ gte, lt, percent: '10' })), minimum: null, capPercent: null },
});

describe('a promise', () => {
  it('is judged by libs/sla as it is stated', () => {
    const from = Date.UTC(2026, 3, 1);
    const terms = createTerms(termsDefinition(uptime, always, 'EUR'));
    const judged = judge(terms, periodById('Etc/UTC', '2026-04'), {
      kind: 'outages',
      outages: [{ ref: 'o', from, to: from + 60 * 60_000 }],
    });
    expect(judged).toMatchObject({ verdict: 'missed', credit: { percent: '10' } });
  });

  it('may set the target above the first tier: then it is missed without credit', () => {
    expect(assertion({ target: '99.95' })).not.toThrow();
  });

  it.each([
    [{ target: '100.1' }, 'target must be a percentage from 0 to 100, but it is "100.1".'],
    [{ coverageFloor: '-1' }, 'coverageFloor must be a percentage from 0 to 100'],
    [credit(['99', '99.9'], ['98', '99.5']), /credit\.tiers\[\d\] must not overlap tier \d/],
    [credit(['99', '99.9'], [null, '98']), /credit\.tiers\[\d\] must touch tier \d; fill the hole/],
    [credit(['99', '99.9']), 'credit.tiers[0] must be open towards the worst result'],
    [credit(), 'credit.tiers must hold a tier'],
    [{ indicator: { ...tickets, targets: [] } }, 'Give at least one priority a target.'],
    [{ indicator: { ...tickets, targets: [...tickets.targets, ...tickets.targets] } }, 'Priority 1 has two targets.'],
    [{ indicator: { ...tickets, lowVolumeUnder: 5 } }, 'A low-volume rule says both'],
    [{ indicator: { ...tickets, lowVolumeUnder: 5, allowedFailures: 5 } }, 'fewer than the tickets of a low volume'],
    [{ indicator: { kind: 'goodOfTotal', series: ' ' } }, 'Name the series'],
    [{ indicator: { ...uptime.indicator, shortestOutageMs: 0.5 } }, 'whole number of milliseconds'],
    [{ indicator: { ...uptime.indicator, longestHoldMs: 60_000 } }, 'Only the status of a probe holds for a time'],
  ] as [Partial<CommitmentPromise>, string | RegExp][])('is refused when %j', (changed, sentence) => {
    expect(assertion(changed)).toThrow(sentence);
  });
});
