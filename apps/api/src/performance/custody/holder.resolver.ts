import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { Person } from '../../people/person.type.js';
import { personById } from '../../people/person.loader.js';
import { teamById } from '../../people/team.loader.js';
import { Team } from '../../people/team.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { providerById } from '../../providers/provider.loader.js';
import { Provider } from '../../providers/provider.type.js';
import { Source } from '../ledger/source.type.js';
import { sourceById } from '../tickets/ticket.loader.js';
import type { HolderEntity } from './holder.entity.js';
import { Holder, HolderConnection, NameHolderInput, NameHolderPayload } from './holder.type.js';
import { Holders } from './holders.js';

@Resolver(() => Holder)
export class HolderResolver {
  constructor(private readonly holders: Holders) {}

  @Query(() => HolderConnection, { description: 'What came last first.' })
  ticketHolders(
    @CurrentAct() act: Act,
    @Args('unnamed', { type: () => Boolean, defaultValue: false, nullable: true }) unnamed: boolean | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.holders.page(act, { unnamed: unnamed ?? false, first: first ?? 50, after });
  }

  @Mutation(() => NameHolderPayload, {
    description: 'Says whom a name of a ticket source means. Figures stay; who is shown behind them changes.',
  })
  nameHolder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: NameHolderInput,
  ) {
    return toPayload('holder', () => this.holders.name(act, id, input));
  }

  @ResolveField(() => Source)
  source(@Parent() { sourceId }: HolderEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(sourceById, sourceId);
  }

  @ResolveField(() => Team, { nullable: true })
  team(@Parent() { teamId }: HolderEntity, @CurrentLoaders() loaders: Loaders) {
    return teamId && loaders.load(teamById, teamId);
  }

  @ResolveField(() => Provider, { nullable: true })
  provider(@Parent() { providerId }: HolderEntity, @CurrentLoaders() loaders: Loaders) {
    return providerId && loaders.load(providerById, providerId);
  }

  @ResolveField(() => Person, { nullable: true, description: 'Who said whom it means.' })
  namedBy(@Parent() { namedById }: HolderEntity, @CurrentLoaders() loaders: Loaders) {
    return namedById && loaders.load(personById, namedById);
  }
}
