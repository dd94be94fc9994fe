import { canChangeProvider, canSeeProvider } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { teamById } from '../people/team.loader.js';
import { Team } from '../people/team.type.js';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { Database } from '../platform/database/database.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import { ProviderEntity } from './provider.entity.js';
import {
  AddProviderInput,
  AddProviderPayload,
  ChangeProviderInput,
  ChangeProviderPayload,
  EndProviderPayload,
  ProviderFilter,
  ProviderSortEnum,
  type ProviderSort,
} from './provider.input.js';
import { providerList } from './provider-list.js';
import { Provider, ProviderConnection, ProviderStanding } from './provider.type.js';
import { Providers } from './providers.js';
import { standingOf } from './standings.js';

@Resolver(() => Provider)
export class ProviderResolver {
  constructor(
    private readonly useCases: Providers,
    private readonly database: Database,
  ) {}

  @Query(() => ProviderConnection, { description: 'By name, or by how many commitments they missed, most first.' })
  providers(
    @CurrentAct() act: Act,
    @Args('sort', { type: () => ProviderSortEnum, nullable: true, defaultValue: 'name' }) sort: ProviderSort | null,
    @Args('first', { type: () => Int, nullable: true, defaultValue: 50 }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
    // Not `| null`: of a union no class is known when the program runs, and nothing of it would be checked.
    @Args('filter', { type: () => ProviderFilter, nullable: true }) filter?: ProviderFilter,
  ) {
    return providerList(this.database.read, act, { filter, sort: sort ?? 'name', first: first ?? 50, after });
  }

  @Query(() => Provider, {
    nullable: true,
    description: 'Null when there is none, or none that the viewer may know of.',
  })
  async provider(@CurrentAct() act: Act, @Args('slug') slug: string) {
    const provider = await this.database.read.findOneBy(ProviderEntity, { slug });
    return provider && canSeeProvider(act.viewer, provider.id) ? provider : null;
  }

  @Mutation(() => AddProviderPayload)
  addProvider(@CurrentAct() act: Act, @Args('input') input: AddProviderInput) {
    return toPayload('provider', () => this.useCases.add(act, input));
  }

  @Mutation(() => ChangeProviderPayload)
  changeProvider(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('input') input: ChangeProviderInput,
  ) {
    return toPayload('provider', () => this.useCases.change(act, id, input));
  }

  @Mutation(() => EndProviderPayload, { description: 'Refused while live services rely on the provider.' })
  endProvider(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('provider', () => this.useCases.end({ ...act, reason }, id));
  }

  @ResolveField(() => Team, { nullable: true, description: 'For an internal provider.' })
  team(@Parent() { teamId }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    return teamId && loaders.load(teamById, teamId);
  }

  @ResolveField(() => ProviderStanding, { description: 'Verdicts of the commitments in their newest period.' })
  standing(@Parent() { id }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(standingOf, id);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@Parent() { id }: ProviderEntity, @CurrentAct() act: Act) {
    return canChangeProvider(act.viewer, id);
  }
}
