import { Args, ID, Mutation, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { teamById } from '../../people/team.loader.js';
import { Team } from '../../people/team.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import type { ShareEntity } from './share.entity.js';
import { EndSharePayload, SetShareInput, SetSharePayload, Share } from './share.type.js';
import { Shares } from './shares.js';

@Resolver(() => Share)
export class ShareResolver {
  constructor(private readonly shares: Shares) {}

  @Mutation(() => SetSharePayload, { description: 'By a lead or reward officer without a share of their own.' })
  setShare(@CurrentAct() act: Act, @Args('input') input: SetShareInput) {
    return toPayload('share', () => this.shares.set(act, input));
  }

  @Mutation(() => EndSharePayload, {
    description: '`on` is the last day; the day before its first one says that it was wrong from the beginning.',
  })
  endShare(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('on', { type: () => CalendarDateScalar }) on: string,
  ) {
    return toPayload('share', () => this.shares.end(act, id, on));
  }

  @ResolveField(() => Team)
  team(@Parent() { teamId }: ShareEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(teamById, teamId);
  }

  @ResolveField(() => Person)
  person(@Parent() { personId }: ShareEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, personId);
  }
}
