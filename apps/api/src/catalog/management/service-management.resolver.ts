import { canChangeService, canSeePeople, isPaidSince } from '@accord/domain';
import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { enterpriseToday } from '../../people/enterprise.loader.js';
import { teamById } from '../../people/team.loader.js';
import { Team } from '../../people/team.type.js';
import { placeOfService } from '../../performance/place.loader.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { stakesSince } from '../../rewards/shares/payees.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { serviceById } from '../services/service.loader.js';
import { Service } from '../services/service.type.js';
import type { ServiceManagementEntity } from './service-management.entity.js';
import { managementsOfService, teamToday } from './service-management.loader.js';
import {
  AssignServiceTeamInput,
  AssignServiceTeamPayload,
  EndServiceManagementPayload,
  ServiceManagement,
} from './service-management.type.js';
import { ServiceManagements } from './service-managements.js';

@Resolver(() => ServiceManagement)
export class ServiceManagementResolver {
  constructor(private readonly managements: ServiceManagements) {}

  @Mutation(() => AssignServiceTeamPayload)
  assignServiceTeam(@CurrentAct() act: Act, @Args('input') input: AssignServiceTeamInput) {
    return toPayload('management', () => this.managements.assign(act, input));
  }

  @Mutation(() => EndServiceManagementPayload, { description: '`on` is the last day.' })
  endServiceManagement(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('on', { type: () => CalendarDateScalar }) on: string,
  ) {
    return toPayload('management', () => this.managements.end(act, id, on));
  }

  @ResolveField(() => Service)
  service(@Parent() { serviceId }: ServiceManagementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(serviceById, serviceId);
  }

  @ResolveField(() => Team)
  team(@Parent() { teamId }: ServiceManagementEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(teamById, teamId);
  }
}

@Resolver(() => Service)
export class ManagedServiceResolver {
  @ResolveField(() => Team, {
    nullable: true,
    description: 'The team that manages and fulfils the service today; null for people outside.',
  })
  async team(@Parent() { id }: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    const teamId = canSeePeople(viewer) && (await teamToday(loaders, id));
    return teamId ? loaders.load(teamById, teamId) : null;
  }

  @ResolveField(() => [ServiceManagement], { description: 'All, newest first; empty for people outside.' })
  managements(@Parent() { id }: ServiceEntity, @CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    return canSeePeople(viewer) ? loaders.load(managementsOfService, id) : [];
  }

  @ResolveField(() => Boolean, { description: 'Not by whom the service pays.' })
  async viewerCanAssignTeam(
    @Parent() service: ServiceEntity,
    @CurrentAct() { viewer }: Act,
    @CurrentLoaders() loaders: Loaders,
  ) {
    if (!canChangeService(viewer, service)) return false;
    const { today } = await loaders.load(enterpriseToday, 'enterprise');
    const { paidTeams } = await loaders.load(placeOfService, service.id);
    return !isPaidSince(viewer.personId, paidTeams, stakesSince(today, today));
  }
}
