import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { CurrentLoaders, type Loaders } from '../../platform/graphql/loaders.js';
import type { ProviderEntity } from '../../providers/provider.entity.js';
import { Provider } from '../../providers/provider.type.js';
import { serviceById, servicesOfProvider } from './service.loader.js';
import { Service } from './service.type.js';

/** What a provider delivers; providers themselves know nothing of the catalog. */
@Resolver(() => Provider)
export class ProviderServicesResolver {
  @ResolveField(() => [Service])
  async services(@Parent() { id }: ProviderEntity, @CurrentLoaders() loaders: Loaders) {
    const ids = await loaders.load(servicesOfProvider, id);
    return Promise.all(ids.map((service) => loaders.load(serviceById, service)));
  }
}
