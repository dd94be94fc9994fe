import { DomainError } from '../domain-error.js';
import { canManagePeople } from '../people/people-policy.js';
import { covers, holdsSomewhere, reachOf, speaksForProvider, type Reach, type Viewer } from '../people/viewer.js';

/** What of a team decides who sees and manages its rewards. */
export interface RewardedTeam {
  readonly id: string;
  readonly unitId: string | null;
}

/** Whether the viewer sees what each member of the team earns: who leads it, and the reward officer. */
export function canSeeAmounts(viewer: Viewer, team: RewardedTeam): boolean {
  return leads(viewer, team) || isRewardOfficer(viewer, team);
}

/** Whether the viewer sees the team's plans and outcomes; amounts are {@link canSeeAmounts}' to decide. */
export function canSeeRewardsOf(viewer: Viewer, team: RewardedTeam, isPayee: boolean): boolean {
  return isPayee || canSeeAmounts(viewer, team) || covers(reachOf(viewer, ['auditor'], 'unit'), team.unitId);
}

/** What {@link canSeeRewardsOf} decides, for a query that filters rows; the viewer's own teams come on top. */
export interface RewardReach {
  readonly teams: readonly string[];
  readonly units: Reach;
}

export function rewardReach(viewer: Viewer): RewardReach {
  const teams = reachOf(viewer, ['teamLead'], 'team');
  return { teams: teams === 'all' ? [] : teams, units: reachOf(viewer, ['rewardOfficer', 'auditor'], 'unit') };
}

/** Whether there may be anything of rewards for the viewer beside their own statements. */
export function canSeeRewards(viewer: Viewer, isPayee: boolean): boolean {
  return isPayee || holdsSomewhere(viewer, ['teamLead', 'rewardOfficer', 'auditor']);
}

/** Whether the viewer makes plans and calculates rewards at all. */
export function canManageRewards(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, ['rewardOfficer']);
}

/** Whether the viewer makes plans of the team and calculates its rewards. */
export function canManageRewardsOf(viewer: Viewer, team: RewardedTeam): boolean {
  return isRewardOfficer(viewer, team);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanManageRewardsOf(viewer: Viewer, team: RewardedTeam): void {
  if (!canManageRewardsOf(viewer, team))
    throw new DomainError('FORBIDDEN', 'Only a reward officer of the team does this.');
}

/** @param payeeIds Who is paid by the team. Whoever sets shares has none: every change moves everybody's part. */
export function canChangeShares(viewer: Viewer, team: RewardedTeam, payeeIds: readonly string[]): boolean {
  return canSeeAmounts(viewer, team) && !payeeIds.includes(viewer.personId);
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanChangeShares(viewer: Viewer, team: RewardedTeam, payeeIds: readonly string[]): void {
  if (!canChangeShares(viewer, team, payeeIds))
    throw new DomainError('FORBIDDEN', 'Only a lead or reward officer without a share of their own sets shares.');
}

/** @throws {DomainError} `SECOND_PERSON_NEEDED` when the share is the viewer's own. */
export function assertOthersShare(viewer: Viewer, personId: string): void {
  if (personId === viewer.personId)
    throw new DomainError('SECOND_PERSON_NEEDED', 'Somebody else sets and ends your share.', ['personId']);
}

/** Days in a team decide what its members earn. @param payeeIds Whom the team pays; none of them changes who is in it. */
export function canChangeMembers(viewer: Viewer, payeeIds: readonly string[]): boolean {
  return canManagePeople(viewer) && !payeeIds.includes(viewer.personId);
}

/** Who has a stake in what is decided. */
export interface RewardStakes {
  /** Who proposed or calculated it. */
  readonly byId: string;
  /** Who is paid by it. */
  readonly payeeIds: readonly string[];
}

/** Whether the viewer is the second person: in charge, neither the first one, nor paid by it, nor a provider's contact. */
export function canDecideReward(viewer: Viewer, team: RewardedTeam, stakes: RewardStakes): boolean {
  return canSeeAmounts(viewer, team) && !hasStake(viewer, stakes);
}

/** @throws {DomainError} `FORBIDDEN`; `SECOND_PERSON_NEEDED` when the viewer has a stake in it. */
export function assertCanDecideReward(viewer: Viewer, team: RewardedTeam, stakes: RewardStakes): void {
  if (!canSeeAmounts(viewer, team))
    throw new DomainError('FORBIDDEN', 'Only a lead or a reward officer of the team decides this.');
  if (hasStake(viewer, stakes))
    throw new DomainError('SECOND_PERSON_NEEDED', 'Somebody else decides this: you made it, or are paid by it.');
}

/** Whether the viewer pays out what a second person approved; nobody does for themselves. */
export function canRelease(viewer: Viewer, team: RewardedTeam, payeeIds: readonly string[]): boolean {
  return isRewardOfficer(viewer, team) && !payeeIds.includes(viewer.personId);
}

/** @throws {DomainError} `FORBIDDEN`; `SECOND_PERSON_NEEDED` when the viewer is paid by it. */
export function assertCanRelease(viewer: Viewer, team: RewardedTeam, payeeIds: readonly string[]): void {
  assertCanManageRewardsOf(viewer, team);
  if (!canRelease(viewer, team, payeeIds))
    throw new DomainError('SECOND_PERSON_NEEDED', 'Somebody else releases this: you are paid by it.');
}

/** From how many payees on the pool tells a member nothing about a single other one. */
const LARGE_GROUP = 5;

export const poolIsAnonymous = (payees: number): boolean => payees >= LARGE_GROUP;

const hasStake = (viewer: Viewer, { byId, payeeIds }: RewardStakes): boolean =>
  byId === viewer.personId || payeeIds.includes(viewer.personId) || speaksForProvider(viewer);

const leads = (viewer: Viewer, { id }: RewardedTeam): boolean => covers(reachOf(viewer, ['teamLead'], 'team'), id);

const isRewardOfficer = (viewer: Viewer, { unitId }: RewardedTeam): boolean =>
  covers(reachOf(viewer, ['rewardOfficer'], 'unit'), unitId);
