import { canChangeArchetypes, canSeeArchetypes, type ArchetypeKey } from '@accord/domain';
import { Args, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { rewardMixOf, typicalScoresOf } from './archetype-columns.js';
import type { ArchetypeVersionEntity } from './archetype-version.entity.js';
import { ChangeArchetypeInput, ChangeArchetypePayload } from './archetype.input.js';
import { Archetype, ArchetypeKeyEnum, ArchetypeScores, RewardMix } from './archetype.type.js';
import { Archetypes } from './archetypes.js';
import { archetypesToday } from './archetypes-today.js';

@Resolver(() => Archetype)
export class ArchetypeResolver {
  constructor(private readonly archetypes: Archetypes) {}

  @Query(() => [Archetype], { name: 'archetypes', description: 'The versions in force today, in listed order.' })
  async inForce(@CurrentAct() { viewer }: Act, @CurrentLoaders() loaders: Loaders) {
    if (!canSeeArchetypes(viewer)) return [];
    return (await loaders.load(archetypesToday, 'today')).inForce;
  }

  @Query(() => [Archetype], { description: 'All versions of an archetype, those announced too, newest first.' })
  archetypeHistory(@CurrentAct() { viewer }: Act, @Args('key', { type: () => ArchetypeKeyEnum }) key: ArchetypeKey) {
    return canSeeArchetypes(viewer) ? this.archetypes.history(key) : [];
  }

  @Mutation(() => ChangeArchetypePayload, {
    description: 'Makes a new version of an archetype; the earlier ones stay.',
  })
  changeArchetype(
    @CurrentAct() act: Act,
    @Args('key', { type: () => ArchetypeKeyEnum }) key: ArchetypeKey,
    @Args('input') { reason, ...input }: ChangeArchetypeInput,
  ) {
    const terms = { ...input, defaultAvailability: input.defaultAvailability ?? null };
    return toPayload('archetype', () => this.archetypes.change({ ...act, reason }, key, terms));
  }

  @ResolveField(() => RewardMix)
  rewardMix(@Parent() version: ArchetypeVersionEntity) {
    return rewardMixOf(version);
  }

  @ResolveField(() => ArchetypeScores, {
    description: "The typical scores; the archetype nearest to a service's scores is suggested.",
  })
  typicalScores(@Parent() version: ArchetypeVersionEntity) {
    return typicalScoresOf(version);
  }

  @ResolveField(() => Boolean)
  viewerCanChange(@CurrentAct() act: Act) {
    return canChangeArchetypes(act.viewer);
  }
}
