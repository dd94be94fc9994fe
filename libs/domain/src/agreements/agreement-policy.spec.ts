import type { ActiveRole, Viewer } from '../people/viewer.js';
import {
  type AgreementSubject,
  canDraftAgreement,
  canManageAgreement,
  canManageCalendars,
  canSeeCharge,
  visibilityOf,
} from './agreement-policy.js';

const person = (...roles: ActiveRole[]): Viewer => ({ personId: 'me', name: 'Me', roles });
const everywhere = (role: ActiveRole['role']): ActiveRole => ({ role, kind: 'organisation', ids: [] });
const sla: AgreementSubject = {
  kind: 'sla',
  providerId: null,
  customerId: null,
  createdById: 'other',
  services: [{ id: 's1', unitId: 'u1', providerId: 'p2' }],
};
const uc: AgreementSubject = {
  kind: 'uc',
  providerId: 'p1',
  customerId: null,
  createdById: 'other',
  services: [{ id: 's1', unitId: 'u1', providerId: 'p2' }],
};

describe('who manages agreements', () => {
  it.each([
    ['a service manager everywhere', everywhere('serviceManager'), true, false],
    ['a vendor manager everywhere', everywhere('vendorManager'), false, true],
    ['the BT office', everywhere('btOffice'), true, true],
    ['a service manager of the service', { role: 'serviceManager', kind: 'service', ids: ['s1'] }, true, false],
    ['a service manager of another service', { role: 'serviceManager', kind: 'service', ids: ['s2'] }, false, false],
    ['a service manager of the unit', { role: 'serviceManager', kind: 'unit', ids: ['u1'] }, true, false],
    ['a vendor manager of the provider', { role: 'vendorManager', kind: 'provider', ids: ['p1'] }, false, true],
    ['an executive', everywhere('executive'), false, false],
    ['an administrator', everywhere('administrator'), false, false],
    ['a contact of the provider', { role: 'providerContact', kind: 'provider', ids: ['p1'] }, false, false],
  ] as [string, ActiveRole, boolean, boolean][])('%s', (_, role, ofSla, ofUc) => {
    expect(canManageAgreement(person(role), sla)).toBe(ofSla);
    expect(canManageAgreement(person(role), uc)).toBe(ofUc);
  });

  it('a manager in scope of only one of its services does not change the whole', () => {
    const manager = person({ role: 'serviceManager', kind: 'service', ids: ['s1'] });
    const both = { ...sla, services: [...sla.services, { id: 's2', unitId: 'u2', providerId: null }] };
    expect(canManageAgreement(manager, both)).toBe(false);
  });

  it('a manager of a service begins an agreement and goes on with it while it promises nothing', () => {
    const manager = person({ role: 'serviceManager', kind: 'service', ids: ['s1'] });
    expect(canDraftAgreement(manager, 'sla', null)).toBe(true);
    expect(canManageAgreement(manager, { ...sla, createdById: 'me', services: [] })).toBe(true);
    expect(canManageAgreement(manager, { ...sla, createdById: 'other', services: [] })).toBe(false);
  });

  it('a vendor manager of one provider drafts contracts with no other', () => {
    const manager = person({ role: 'vendorManager', kind: 'provider', ids: ['p1'] });
    expect([canDraftAgreement(manager, 'uc', 'p1'), canDraftAgreement(manager, 'uc', 'p2')]).toEqual([true, false]);
  });

  it('calendars are changed by those who manage promises everywhere', () => {
    expect(canManageCalendars(person(everywhere('serviceManager')))).toBe(true);
    expect(canManageCalendars(person({ role: 'serviceManager', kind: 'service', ids: ['s1'] }))).toBe(false);
    const contact: ActiveRole = { role: 'providerContact', kind: 'provider', ids: ['p1'] };
    expect(canManageCalendars(person(everywhere('serviceManager'), contact))).toBe(false);
  });
});

describe('who sees agreements', () => {
  it('everybody who works here sees the promises made to them, and no contract', () => {
    expect(visibilityOf(person())).toMatchObject({ everything: false, promises: true, ownProviders: [] });
  });

  it('a contact of a provider sees the contracts of that provider alone', () => {
    const contact = person({ role: 'providerContact', kind: 'provider', ids: ['p1'] });
    expect(visibilityOf(contact)).toEqual({
      everything: false,
      promises: false,
      inScope: { providers: [], services: [], units: [] },
      ownProviders: ['p1'],
      draftedBy: null,
    });
  });

  it('an insider sees what lies in scope', () => {
    const owner = person({ role: 'serviceOwner', kind: 'service', ids: ['s1'] });
    expect(visibilityOf(owner).inScope).toEqual({ providers: [], services: ['s1'], units: [] });
    expect(visibilityOf(person(everywhere('auditor'))).everything).toBe(true);
  });
});

describe('who knows what is charged', () => {
  it.each([
    ['a requester', everywhere('requester'), false, false],
    ['an executive', everywhere('executive'), true, true],
    ['the owner of the service', { role: 'serviceOwner', kind: 'service', ids: ['s1'] }, true, true],
    ['the owner of another service', { role: 'serviceOwner', kind: 'service', ids: ['s2'] }, false, false],
    ['a vendor manager of the deliverer', { role: 'vendorManager', kind: 'provider', ids: ['p2'] }, true, true],
    ['a budget owner of the customer', { role: 'budgetOwner', kind: 'unit', ids: ['u9'] }, true, false],
    ['a budget owner of another unit', { role: 'budgetOwner', kind: 'unit', ids: ['u1'] }, false, false],
    ['a contact of the provider', { role: 'providerContact', kind: 'provider', ids: ['p1'] }, false, true],
    ['a contact of another provider', { role: 'providerContact', kind: 'provider', ids: ['p2'] }, false, false],
  ] as [string, ActiveRole, boolean, boolean][])('%s', (_, role, ofSla, ofUc) => {
    expect(canSeeCharge(person(role), { ...sla, customerId: 'u9' })).toBe(ofSla);
    expect(canSeeCharge(person(role), uc)).toBe(ofUc);
  });

  it('a contact of an internal provider does not: nobody pays them', () => {
    const contact = person({ role: 'providerContact', kind: 'provider', ids: ['p1'] });
    expect(canSeeCharge(contact, { ...uc, kind: 'ola' })).toBe(false);
  });
});
