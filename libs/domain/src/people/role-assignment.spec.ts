import {
  approveRole,
  assertEndable,
  assertProposable,
  daysOverlap,
  refuseRole,
  type RoleGrant,
} from './role-assignment.js';
import type { Viewer } from './viewer.js';

const viewer = (personId: string): Viewer => ({
  personId,
  name: personId,
  roles: [{ role: 'administrator', kind: 'organisation', ids: [] }],
});
const grant: RoleGrant = {
  personId: 'ada',
  role: 'serviceManager',
  scope: { kind: 'service', id: 'mail' },
  from: '2026-01-01',
  to: null,
};
const proposal = { personId: 'ada', proposedById: 'bea', state: 'proposed', endedAt: null } as const;

describe('a proposal', () => {
  it('may stand beside another scope, another role and other days', () => {
    const others: RoleGrant[] = [
      { ...grant, scope: { kind: 'service', id: 'payroll' } },
      { ...grant, role: 'serviceOwner' },
      { ...grant, from: '2025-01-01', to: '2025-12-31' },
    ];

    expect(() => assertProposable(grant, others)).not.toThrow();
    expect(() => assertProposable(grant, [{ ...grant, from: '2026-12-31' }])).toThrow('already holds this role');
  });

  it('has days in order, and a scope that fits', () => {
    expect(() => assertProposable({ ...grant, to: '2025-12-31' }, [])).toThrow('before the first');
    expect(() => assertProposable({ ...grant, to: '2026-01-01' }, [])).not.toThrow();
    expect(() => assertProposable({ ...grant, scope: { kind: 'organisation', id: 'x' } }, [])).toThrow('without an id');
    expect(() => assertProposable({ ...grant, role: 'administrator' }, [])).toThrow('cannot be given');
  });

  it('is approved by a third person, or by the only administrator', () => {
    expect(approveRole(proposal, viewer('cleo'), 2)).toBe('secondPerson');
    expect(() => approveRole(proposal, viewer('ada'), 2)).toThrow('Somebody else');
    expect(() => approveRole(proposal, viewer('bea'), 2)).toThrow('Somebody else');
    expect(approveRole(proposal, viewer('bea'), 1)).toBe('bootstrap');
    expect(() => approveRole(proposal, { ...viewer('bea'), roles: [] }, 1)).toThrow('Somebody else');
  });

  it('is withdrawn by whoever made it, refused by others, and decided once', () => {
    expect(refuseRole(proposal, viewer('bea'))).toBe('withdrawn');
    expect(refuseRole(proposal, viewer('cleo'))).toBe('refused');
    expect(() => refuseRole({ ...proposal, state: 'approved' }, viewer('cleo'))).toThrow('decided already');
  });
});

it('ends a role that is in force, once', () => {
  expect(() => assertEndable({ ...proposal, state: 'approved' })).not.toThrow();
  expect(() => assertEndable({ ...proposal, state: 'approved', endedAt: new Date(0) })).toThrow('ended already');
  expect(() => assertEndable(proposal)).toThrow('Only an approved role');
});

it.each([
  [{ from: '2026-01-01', to: '2026-01-31' }, { from: '2026-01-31', to: null }, true],
  [{ from: '2026-01-01', to: '2026-01-30' }, { from: '2026-01-31', to: null }, false],
  [{ from: '2026-01-01', to: null }, { from: '2025-01-01', to: null }, true],
])('%j and %j share a day: %s', (one, other, expected) => {
  expect(daysOverlap(one, other)).toBe(expected);
  expect(daysOverlap(other, one)).toBe(expected);
});
