import type { CommitmentTermsInput } from '../../agreements/commitment.input.js';

/** The calendar without an end, which every installation has. */
export const ALWAYS_OPEN_ID = '019a0000-0000-7000-8000-000000000247';

/** Terms by what differs from 99.9 % around the clock in a month, by outages, with two credit tiers. */
export function termsOf(
  differing: Partial<CommitmentTermsInput> & Pick<CommitmentTermsInput, 'serviceId'>,
): CommitmentTermsInput {
  return {
    slug: 'uptime',
    name: 'Uptime',
    indicator: { availability: { source: 'outages', shortestOutageMs: 0, longestHoldMs: null } },
    target: '99.9',
    comparator: 'atLeast',
    window: 'month',
    calendarId: ALWAYS_OPEN_ID,
    missingData: 'ignore',
    coverageFloor: '0',
    providerOwesData: false,
    excludedTime: 'removed',
    credit: {
      tiers: [
        { gte: '99', lt: '99.9', percent: '10' },
        { gte: null, lt: '99', percent: '25' },
      ],
      minimum: null,
      capPercent: null,
    },
    ...differing,
  };
}
