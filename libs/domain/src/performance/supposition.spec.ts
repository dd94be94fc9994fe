import type { CommitmentPromise } from '../agreements/commitment-terms.js';
import { pastYear, supposed } from './supposition.js';

const promise: CommitmentPromise = {
  indicator: {
    kind: 'ticketsInTime',
    metric: 'resolution',
    targets: [1, 2].map((priority) => ({ priority, targetMs: priority * 3_600_000 })),
    lowVolumeUnder: null,
    allowedFailures: null,
  },
  target: '95',
  comparator: 'atLeast',
  windowKind: 'month',
  missingData: 'ignore',
  coverageFloor: '0',
  providerOwesData: false,
  excludedTime: 'removed',
  credit: null,
};

it('changes what is supposed, and nothing else', () => {
  expect(supposed(promise, {})).toEqual(promise);
  expect(supposed(promise, { target: '99', windowKind: undefined as never })).toEqual({ ...promise, target: '99' });
  const { indicator } = supposed(promise, { targets: [{ priority: 2, targetMs: 60_000 }] });
  expect(indicator).toMatchObject({ targets: [{ targetMs: 3_600_000 }, { priority: 2, targetMs: 60_000 }] });
});

it('refuses what another indicator would need', () => {
  expect(() => supposed(promise, { shortestOutageMs: 1 })).toThrow('Only availability knows a shortest outage.');
  expect(() => supposed(promise, { targets: [{ priority: 5, targetMs: 1 }] })).toThrow(
    'Nothing is promised for priority 5.',
  );
  const twice = [1, 2].map((targetMs) => ({ priority: 1, targetMs }));
  expect(() => supposed(promise, { targets: twice })).toThrow('Priority 1 has two targets.');
});

it('looks at the newest twelve months that have ended where the periods are cut, or at the newest four quarters', () => {
  // Already March in Auckland.
  const at = new Date('2026-02-28T12:00:00Z');

  const months = pastYear('Pacific/Auckland', at, false);
  expect([months.months[0], months.months.at(-1)]).toEqual(['2025-03', '2026-02']);
  expect(new Date(months.to).toISOString()).toBe('2026-02-28T11:00:00.000Z');
  expect(pastYear('Etc/UTC', at, true).months.at(-1)).toBe('2025-12');
  expect(pastYear('Etc/UTC', at, true).months).toHaveLength(12);
});
