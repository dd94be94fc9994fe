import { canSeePeople } from '@accord/domain';
import { Args, ID, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act, PublicAct } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { businessUnitById } from './business-unit.loader.js';
import { BusinessUnit } from './business-unit.type.js';
import type { TeamEntity } from './team.entity.js';
import { membershipsOfTeam } from './team.loader.js';
import {
  AddTeamInput,
  AddTeamMemberInput,
  AddTeamMemberPayload,
  AddTeamPayload,
  EndTeamMembershipPayload,
  EndTeamPayload,
  Team,
  TeamMembership,
} from './team.type.js';
import { Teams } from './teams.js';

@Resolver(() => Team)
export class TeamResolver {
  constructor(private readonly useCases: Teams) {}

  @Query(() => [Team])
  teams(@CurrentAct() act: Act) {
    return this.useCases.all(act);
  }

  @ResolveField(() => BusinessUnit, { nullable: true })
  unit(@Parent() { unitId }: TeamEntity, @CurrentLoaders() loaders: Loaders) {
    return unitId && loaders.load(businessUnitById, unitId);
  }

  @ResolveField(() => [TeamMembership])
  members(@CurrentAct() { viewer }: PublicAct, @Parent() { id }: TeamEntity, @CurrentLoaders() loaders: Loaders) {
    return viewer && canSeePeople(viewer) ? loaders.load(membershipsOfTeam, id) : [];
  }

  @Mutation(() => AddTeamPayload)
  addTeam(@CurrentAct() act: Act, @Args('input') input: AddTeamInput) {
    return toPayload('team', () => this.useCases.add(act, input));
  }

  @Mutation(() => AddTeamMemberPayload)
  addTeamMember(@CurrentAct() act: Act, @Args('input') input: AddTeamMemberInput) {
    return toPayload('team', () => this.useCases.addMember(act, input));
  }

  @Mutation(() => EndTeamPayload, { description: 'Refused while it has members or delivers as a provider.' })
  endTeam(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('team', () => this.useCases.end(act, id, reason));
  }

  @Mutation(() => EndTeamMembershipPayload, { description: '`on` is the last day in the team.' })
  endTeamMembership(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('on', { type: () => CalendarDateScalar }) on: string,
  ) {
    return toPayload('team', () => this.useCases.endMembership(act, id, on));
  }
}
