import {
  canChangeMembers,
  canChangeShares,
  canManagePeople,
  canSeeAmounts,
  canSeePeople,
  canSeeRewardsOf,
} from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { ServiceManagement } from '../catalog/management/service-management.type.js';
import type { TeamEntity } from '../people/team.entity.js';
import { Team } from '../people/team.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { managementsOfTeam } from './managements-of-team.loader.js';
import { rewardPlansOfTeam } from './plans/reward-plan.loader.js';
import { RewardPlan } from './plans/reward-plan.type.js';
import { payeesToday } from './shares/payees.js';
import { paidTeamsOf, sharesOfTeam } from './shares/share.loader.js';
import { Share } from './shares/share.type.js';

@Resolver(() => Team)
export class TeamRewardsResolver {
  @ResolveField(() => [Share], {
    nullable: true,
    description: "All for the lead and the reward officer, one's own for a member; null for everybody else.",
  })
  async shares(@Parent() team: TeamEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const all = canSeeAmounts(viewer, team);
    if (!all && !(await isPaid(loaders, viewer.personId, team.id))) return null;
    const shares = await loaders.load(sharesOfTeam, team.id);
    return shares.filter(({ personId }) => all || personId === viewer.personId);
  }

  @ResolveField(() => [ServiceManagement], { description: 'Services that it manages, newest first.' })
  services(@Parent() { id }: TeamEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePeople(viewer) ? loaders.load(managementsOfTeam, id) : [];
  }

  @ResolveField(() => [RewardPlan], { description: 'Empty for who may not see them.' })
  async rewardPlans(@Parent() team: TeamEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const isPayee = await isPaid(loaders, viewer.personId, team.id);
    return canSeeRewardsOf(viewer, team, isPayee) ? loaders.load(rewardPlansOfTeam, team.id) : [];
  }

  @ResolveField(() => Boolean)
  async viewerCanChangeShares(
    @Parent() team: TeamEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    return canSeeAmounts(viewer, team) && canChangeShares(viewer, team, await payeesToday(loaders, team.id));
  }

  @ResolveField(() => Boolean, { description: 'Nobody whom the team pays changes who is in it.' })
  async viewerCanChangeMembers(
    @Parent() { id, endedAt }: TeamEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (endedAt || !canManagePeople(viewer)) return false;
    return canChangeMembers(viewer, await payeesToday(loaders, id));
  }
}

const isPaid = async (loaders: Loaders, personId: string, teamId: string): Promise<boolean> =>
  (await paidTeamsOf(loaders, personId)).includes(teamId);
