import { outageRowReader } from './outage-row.js';
import type { OutageProfile } from './outage-profile.js';

const NOW = Date.UTC(2027, 0, 1);

const profile: OutageProfile = {
  kind: 'outages',
  format: { delimiter: ',', encoding: 'utf-8', missing: [] },
  time: { format: 'iso8601', zone: 'Etc/UTC' },
  from: 'from',
  to: 'to',
  cause: 'cause',
};
const read = outageRowReader(profile, ['from', 'to', 'cause'], { id: 'mail' }, NOW);

it('reads when a service was down, and since when it is', () => {
  expect(read(['2026-03-01T00:00Z', '2026-03-01T01:00Z', 'Disk'])).toEqual({
    kind: 'row',
    row: {
      serviceId: 'mail',
      externalId: '2026-03-01T00:00:00.000Z',
      observedAt: Date.UTC(2026, 2, 1),
      to: Date.UTC(2026, 2, 1, 1),
      cause: 'Disk',
    },
  });
  expect(read(['2026-03-01T00:00Z', '', ''])).toMatchObject({ row: { to: null, cause: null } });
});

it('refuses one that ends before it begins, or has no name where they have names', () => {
  expect(read(['2026-03-01T01:00Z', '2026-03-01T01:00Z', ''])).toMatchObject({
    faults: [{ column: 'to', reason: 'is not after its beginning' }],
  });
  const named = outageRowReader({ ...profile, number: 'cause' }, ['from', 'to', 'cause'], { id: 'mail' }, NOW);
  expect(named(['2026-03-01T01:00Z', '', ''])).toMatchObject({ faults: [{ column: 'cause', reason: 'has no value' }] });
});
