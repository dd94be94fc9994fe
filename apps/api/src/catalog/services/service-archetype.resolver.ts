import { archetypeInForce } from '@accord/domain';
import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import { ArchetypeOverride } from '../archetypes/archetype-override.type.js';
import { Archetype, ArchetypeScores } from '../archetypes/archetype.type.js';
import { archetypesToday } from '../archetypes/archetypes-today.js';
import { overrideOf, scoresOf } from './service-columns.js';
import type { ServiceEntity } from './service.entity.js';
import { Service } from './service.type.js';

/** What kind of service it is: suggested by its scores, or decided otherwise for a while. */
@Resolver(() => Service)
export class ServiceArchetypeResolver {
  @ResolveField(() => ArchetypeScores, { nullable: true })
  scores(@Parent() service: ServiceEntity) {
    return scoresOf(service);
  }

  @ResolveField(() => Archetype, {
    nullable: true,
    description: 'The archetype in force: the override while it lasts, else the suggested one.',
  })
  async archetype(@Parent() service: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const archetypes = await loaders.load(archetypesToday, 'today');
    const suggested = archetypes.suggestedFor(scoresOf(service));
    return archetypes.of(archetypeInForce(overrideOf(service), suggested, archetypes.day));
  }

  @ResolveField(() => Archetype, { nullable: true, description: 'Null for a service that has not been scored.' })
  async suggestedArchetype(@Parent() service: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const archetypes = await loaders.load(archetypesToday, 'today');
    return archetypes.of(archetypes.suggestedFor(scoresOf(service)));
  }

  @ResolveField(() => ArchetypeOverride, { nullable: true, description: 'Null once it has expired.' })
  async archetypeOverride(@Parent() service: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    const override = overrideOf(service);
    const archetypes = await loaders.load(archetypesToday, 'today');
    if (!override || override.expiresOn < archetypes.day) return null;
    const decidedBy = await loaders.load(personById, override.decidedById);
    return { ...override, archetype: archetypes.of(override.archetype), decidedBy };
  }
}
