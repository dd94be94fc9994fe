import type { ActiveRole, Role, Viewer } from '../people/viewer.js';
import {
  assertCanProposeService,
  canChangeService,
  canSeePrices,
  canSeeService,
  movesOpenTo,
  type ServicePlace,
} from './catalog-policy.js';

const everywhere = (role: Role): ActiveRole => ({ role, kind: 'organisation', ids: [] });
const viewer = (...roles: ActiveRole[]): Viewer => ({ personId: 'ada', name: 'Ada', roles });
const mail: ServicePlace = { id: 'mail', lifecycle: 'proposed', ownerId: 'bob', unitId: 'sales', providerId: 'acme' };

describe('who sees a service', () => {
  it.each(['live', 'retiring'] as const)('everybody inside, once it is %s', (lifecycle) => {
    expect(canSeeService(viewer(), { ...mail, lifecycle })).toBe(true);
  });

  it.each(['proposed', 'chartered', 'retired'] as const)('insiders within their scope, while it is %s', (lifecycle) => {
    const see = (role: ActiveRole) => canSeeService(viewer(role), { ...mail, lifecycle });

    expect(see(everywhere('auditor'))).toBe(true);
    expect(see({ role: 'serviceManager', kind: 'service', ids: ['mail'] })).toBe(true);
    expect(see({ role: 'vendorManager', kind: 'provider', ids: ['acme'] })).toBe(true);
    expect(see({ role: 'executive', kind: 'unit', ids: ['sales'] })).toBe(true);
    expect(see({ role: 'serviceManager', kind: 'service', ids: ['phone'] })).toBe(false);
    expect(see(everywhere('requester'))).toBe(false);
  });

  it('its owner always; somebody who only works for a provider never', () => {
    const contact = viewer({ role: 'providerContact', kind: 'provider', ids: ['acme'] });

    expect(canSeeService(viewer(), { ...mail, ownerId: 'ada' })).toBe(true);
    expect(canSeeService(contact, { ...mail, lifecycle: 'live' })).toBe(false);
    expect(canSeePrices(contact)).toBe(false);
    expect(canSeePrices(viewer())).toBe(true);
  });
});

describe('who changes a service', () => {
  it('its owner, service owners within their scope, and the BT office', () => {
    expect(canChangeService(viewer(), { ...mail, ownerId: 'ada' })).toBe(true);
    expect(canChangeService(viewer({ role: 'serviceOwner', kind: 'unit', ids: ['sales'] }), mail)).toBe(true);
    expect(canChangeService(viewer(everywhere('btOffice')), mail)).toBe(true);
    expect(canChangeService(viewer({ role: 'serviceOwner', kind: 'unit', ids: ['finance'] }), mail)).toBe(false);
    expect(canChangeService(viewer(everywhere('serviceManager')), mail)).toBe(false);
  });

  it('the BT office alone charters, the owner publishes', () => {
    const owner = viewer({ role: 'serviceOwner', kind: 'service', ids: ['mail'] });

    expect(movesOpenTo(owner, mail)).toEqual([]);
    expect(movesOpenTo(viewer(everywhere('btOffice')), mail)).toEqual(['chartered']);
    expect(movesOpenTo(owner, { ...mail, lifecycle: 'chartered' })).toEqual(['live']);
  });

  it('a service owner proposes for themselves or within their scope', () => {
    const owner = viewer({ role: 'serviceOwner', kind: 'service', ids: ['phone'] });

    expect(() => assertCanProposeService(owner, { ...mail, ownerId: 'ada' })).not.toThrow();
    expect(() => assertCanProposeService(owner, mail)).toThrow(expect.objectContaining({ code: 'FORBIDDEN' }));
    expect(() => assertCanProposeService(viewer(), { ...mail, ownerId: 'ada' })).toThrow(
      expect.objectContaining({ code: 'FORBIDDEN' }),
    );
  });
});
