import { SCOPES_OF_ROLE } from '../people/role-scopes.js';
import { ROLES, type ActiveRole, type Viewer } from '../people/viewer.js';
import { canMoveCalculation, movedCalculation } from './calculation-states.js';
import {
  canChangeShares,
  canDecideReward,
  canManageRewardsOf,
  canRelease,
  canSeeAmounts,
  canSeeRewardsOf,
} from './reward-policy.js';

const team = { id: 'team', unitId: 'unit' };
const viewer = (...roles: ActiveRole[]): Viewer => ({ personId: 'viewer', name: 'Vi', roles });
const everywhere = (role: ActiveRole['role']): ActiveRole => ({ role, kind: 'organisation', ids: [] });
/** Roles that can be held for the whole organisation. */
const wide = ROLES.filter((role) => SCOPES_OF_ROLE[role].includes('organisation'));
const lead = viewer({ role: 'teamLead', kind: 'team', ids: ['team'] });
const officer = viewer({ role: 'rewardOfficer', kind: 'unit', ids: ['unit'] });
const stranger = viewer(
  { role: 'teamLead', kind: 'team', ids: ['other'] },
  { role: 'rewardOfficer', kind: 'unit', ids: ['other'] },
);

it('shows amounts of the team to its lead and its reward officer alone', () => {
  expect([lead, officer, stranger].map((who) => canSeeAmounts(who, team))).toEqual([true, true, false]);
  expect(wide.filter((role) => canSeeAmounts(viewer(everywhere(role)), team))).toEqual(['rewardOfficer']);
});

it('shows outcomes to the paid and to auditors as well', () => {
  expect(wide.filter((role) => canSeeRewardsOf(viewer(everywhere(role)), team, false))).toEqual([
    'rewardOfficer',
    'auditor',
  ]);
  expect(canSeeRewardsOf(viewer(), team, true)).toBe(true);
});

it('lets the reward officer make plans, of a team without a unit the one of the whole organisation', () => {
  expect([lead, officer, stranger].map((who) => canManageRewardsOf(who, team))).toEqual([false, true, false]);
  expect(canManageRewardsOf(officer, { ...team, unitId: null })).toBe(false);
  expect(canManageRewardsOf(viewer(everywhere('rewardOfficer')), { ...team, unitId: null })).toBe(true);
});

it('lets nobody decide on what they made or are paid by, nor a contact of a provider', () => {
  const stakes = { byId: 'somebody', payeeIds: ['another'] };
  const contact: ActiveRole = { role: 'providerContact', kind: 'provider', ids: ['provider'] };

  expect([lead, officer].map((who) => canDecideReward(who, team, stakes))).toEqual([true, true]);
  expect(canDecideReward(officer, team, { ...stakes, byId: 'viewer' })).toBe(false);
  expect(canDecideReward(lead, team, { ...stakes, payeeIds: ['viewer'] })).toBe(false);
  expect(canDecideReward(viewer(...officer.roles, contact), team, stakes)).toBe(false);
});

it('lets nobody change shares or release money where they are paid themselves', () => {
  expect([lead, officer].map((who) => canChangeShares(who, team, ['another']))).toEqual([true, true]);
  expect(canChangeShares(lead, team, ['viewer'])).toBe(false);
  expect([lead, officer].map((who) => canRelease(who, team, []))).toEqual([false, true]);
  expect(canRelease(officer, team, ['viewer'])).toBe(false);
});

it('goes from calculated to approved to released, or is refused, and nowhere else', () => {
  expect(movedCalculation('approve', 'calculated')).toBe('approved');
  expect(movedCalculation('release', 'approved')).toBe('released');
  expect(movedCalculation('refuse', 'calculated')).toBe('refused');
  expect(canMoveCalculation('refuse', 'approved')).toBe(false);
  expect(() => movedCalculation('release', 'calculated')).toThrow(expect.objectContaining({ code: 'WRONG_STATE' }));
});
