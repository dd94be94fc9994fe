import type { ActiveRole, Role, Viewer } from '../people/viewer.js';
import {
  assertCanCompleteAction,
  assertMayOwnAction,
  canCompleteAction,
  canManageReviews,
  canSeeReviews,
  canSeeReviewsOf,
  canSeeScorecard,
  canStepReview,
  isOverdue,
  readsReviews,
} from './governance-policy.js';

const viewer = (...roles: ActiveRole[]): Viewer => ({ personId: 'me', name: 'Me', roles });
const everywhere = (role: Role): ActiveRole => ({ role, kind: 'organisation', ids: [] });
const of = (role: Role, id: string): ActiveRole => ({ role, kind: 'provider', ids: [id] });
const contact = of('providerContact', 'acme');

describe('who reads and runs the reviews of a provider', () => {
  it('are vendor managers in reach of it and the BT office; executives and auditors read', () => {
    const may = (role: ActiveRole) => [
      canManageReviews(viewer(role), 'acme'),
      readsReviews(viewer(role), 'acme'),
      canSeeReviewsOf(viewer(role), 'acme'),
    ];

    expect(may(of('vendorManager', 'acme'))).toEqual([true, true, true]);
    expect(may(everywhere('btOffice'))).toEqual([true, true, true]);
    for (const role of ['executive', 'auditor'] as const) expect(may(everywhere(role))).toEqual([false, true, true]);
    expect(may(contact)).toEqual([false, false, true]);
    expect(may(of('vendorManager', 'other'))).toEqual([false, false, false]);
    expect(may(everywhere('serviceManager'))).toEqual([false, false, false]);
  });

  it('leaves whoever speaks for the provider outside, whatever else they are', () => {
    const both = viewer(contact, everywhere('vendorManager'), everywhere('auditor'));

    expect([canManageReviews(both, 'acme'), readsReviews(both, 'acme')]).toEqual([false, false]);
    expect(canSeeScorecard(both, 'acme', [])).toBe(false);
    expect(canManageReviews(both, 'other')).toBe(true);
  });

  it('lets service managers of its services read the scorecard', () => {
    const manager = viewer({ role: 'serviceManager', kind: 'unit', ids: ['unit'] });

    expect(canSeeScorecard(manager, 'acme', [{ serviceId: 's', unitId: 'unit' }])).toBe(true);
    expect(canSeeScorecard(manager, 'acme', [{ serviceId: 's', unitId: null }])).toBe(false);
    expect(canSeeReviews(manager)).toBe(false);
    expect(canSeeReviews(viewer(contact))).toBe(true);
  });

  it('lets the provider comment, and others take every other step', () => {
    const review = { providerId: 'acme', state: 'packFrozen' } as const;
    const manager = viewer(of('vendorManager', 'acme'));

    expect([canStepReview(viewer(contact), review, 'comment'), canStepReview(manager, review, 'comment')]).toEqual([
      true,
      false,
    ]);
    expect([canStepReview(viewer(contact), review, 'hold'), canStepReview(manager, review, 'hold')]).toEqual([
      false,
      true,
    ]);
  });
});

describe('an action', () => {
  const action = { providerId: 'acme', ownerId: 'me', doneAt: null };

  it('is completed by its owner or who runs the reviews, once', () => {
    expect(canCompleteAction(viewer(), action)).toBe(true);
    expect(canCompleteAction(viewer(contact), action)).toBe(true);
    expect(canCompleteAction(viewer(), { ...action, ownerId: 'other' })).toBe(false);
    expect(canCompleteAction(viewer(everywhere('btOffice')), { ...action, ownerId: 'other' })).toBe(true);
    expect(() => assertCanCompleteAction(viewer(), { ...action, doneAt: new Date() })).toThrow('done already');
  });

  it('is owned by somebody here or a contact of the provider, as long as they are one', () => {
    const former = viewer({ ...contact, ids: [] });

    expect(() => assertMayOwnAction(viewer(), 'acme')).not.toThrow();
    expect(() => assertMayOwnAction(viewer(contact), 'acme')).not.toThrow();
    expect(() => assertMayOwnAction(viewer(contact), 'other')).toThrow('by a contact of the provider');
    expect(canCompleteAction(former, action)).toBe(false);
  });

  it('is overdue from the day after, until it is done', () => {
    expect(isOverdue({ due: '2026-03-17', doneAt: null }, '2026-03-17')).toBe(false);
    expect(isOverdue({ due: '2026-03-17', doneAt: null }, '2026-03-18')).toBe(true);
    expect(isOverdue({ due: '2026-03-17', doneAt: new Date() }, '2026-03-18')).toBe(false);
  });
});
