import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, Loaders } from '../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';
import { personById } from './person.loader.js';
import { Person } from './person.type.js';
import type { TeamMembershipEntity } from './team-membership.entity.js';
import { TeamMembership } from './team.type.js';

@Resolver(() => TeamMembership)
export class TeamMembershipResolver {
  @ResolveField(() => Person)
  person(@Parent() { personId }: TeamMembershipEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }

  @ResolveField(() => CalendarDateScalar)
  from(@Parent() { fromDate }: TeamMembershipEntity) {
    return fromDate;
  }

  @ResolveField(() => CalendarDateScalar, { nullable: true })
  to(@Parent() { toDate }: TeamMembershipEntity) {
    return toDate;
  }
}
