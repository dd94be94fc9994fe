import type { Viewer } from '../people/viewer.js';
import { assertNotMeasuredIn, daysAnywhere } from './measured-by-it.js';
import type { MeasuredService } from './performance-policy.js';

const viewer = (personId: string, roles: Viewer['roles'] = []): Viewer => ({ personId, name: personId, roles });
const contact = viewer('con', [{ role: 'providerContact', kind: 'provider', ids: ['acme'] }]);
const shares = [{ personId: 'ada', from: '2026-01-01', to: null }];
const service: MeasuredService = {
  serviceId: '1',
  unitId: null,
  serviceProviderId: null,
  ownerId: 'owen',
  formerOwners: [{ personId: 'fred', until: '2026-01-31' }],
  paidTeams: [{ id: 't', unitId: null, shares }],
};

it('is what its owner is, who speaks for a provider, and whom it pays on days of theirs in any zone', () => {
  const record = (who: Viewer, from: string, to: string) => () =>
    assertNotMeasuredIn(who, service, { from: new Date(from), to: new Date(to) }, 'record its counts');
  const old = ['2020-01-01T00:00:00Z', '2020-01-02T00:00:00Z'] as const;

  expect(record(viewer('owen'), ...old)).toThrow('another service manager has to record its counts');
  expect(record(viewer('fred'), '2026-01-30T12:00:00Z', '2026-02-03T00:00:00Z')).toThrow('another service manager');
  expect(record(viewer('fred'), '2026-02-02T12:00:00Z', '2026-02-03T00:00:00Z')).not.toThrow();
  expect(record(contact, ...old)).toThrow('another service manager');
  expect(record(viewer('ada'), ...old)).not.toThrow();
  expect(record(viewer('mara'), '2026-02-01T00:00:00Z', '2026-02-02T00:00:00Z')).not.toThrow();
  // The last hour of the year in Greenwich is the first of the next one in Berlin.
  expect(record(viewer('ada'), '2025-12-31T23:00:00Z', '2025-12-31T23:59:00Z')).toThrow(
    'are paid by what is measured on it',
  );
});

it('reaches from the first local day of a time on earth to the last', () => {
  const day = { from: new Date('2026-03-02T00:00:00Z'), to: new Date('2026-03-03T00:00:00Z') };
  expect(daysAnywhere(day)).toEqual({ from: '2026-03-01', to: '2026-03-03' });
});
