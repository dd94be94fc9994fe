import {
  covers,
  holdsEverywhere,
  holdsSomewhere,
  isOutsider,
  reachOf,
  type ActiveRole,
  type Viewer,
} from './viewer.js';

const viewer = (...roles: ActiveRole[]): Viewer => ({ personId: 'ada', name: 'Ada', roles });
const everywhere = (role: ActiveRole['role']): ActiveRole => ({ role, kind: 'organisation', ids: [] });

it('reaches everything with a role for the whole organisation, else what the roles name', () => {
  const manager = viewer(
    { role: 'serviceManager', kind: 'service', ids: ['mail'] },
    { role: 'serviceManager', kind: 'service', ids: ['payroll'] },
    { role: 'vendorManager', kind: 'provider', ids: ['acme'] },
  );

  expect(reachOf(manager, ['serviceManager'], 'service')).toEqual(['mail', 'payroll']);
  expect(reachOf(manager, ['serviceManager'], 'provider')).toEqual([]);
  expect(reachOf(viewer(everywhere('btOffice')), ['serviceManager', 'btOffice'], 'service')).toBe('all');
  expect([holdsEverywhere(manager, ['vendorManager']), holdsSomewhere(manager, ['vendorManager'])]).toEqual([
    false,
    true,
  ]);
});

it('covers nothing where there is nothing to cover', () => {
  expect([covers('all', null), covers(['a'], null), covers(['a'], 'a'), covers([], 'a')]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

it('takes for an outsider who is a provider contact and nothing else', () => {
  const contact: ActiveRole = { role: 'providerContact', kind: 'provider', ids: [] };

  expect(isOutsider(viewer(contact))).toBe(true);
  expect(isOutsider(viewer(contact, everywhere('auditor')))).toBe(false);
  expect(isOutsider(viewer())).toBe(false);
});
