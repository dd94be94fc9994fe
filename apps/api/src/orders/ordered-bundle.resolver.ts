import { Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { bundleById } from '../catalog/bundles/bundle.loader.js';
import { CurrentLoaders, type Loaders } from '../platform/graphql/loaders.js';
import type { OrderItemEntity } from './order-item.entity.js';
import { OrderedBundle } from './order.type.js';

@Resolver(() => OrderedBundle)
export class OrderedBundleResolver {
  @ResolveField(() => String, { description: 'By which the catalog shows it, while it is offered.' })
  async slug(@Parent() { id }: OrderedBundle, @CurrentLoaders() loaders: Loaders) {
    return (await loaders.load(bundleById, id))!.slug;
  }
}

/** null = it was ordered by itself. */
export function orderedBundle({
  bundleId: id,
  bundleName: name,
  bundlePart: part,
}: Pick<OrderItemEntity, 'bundleId' | 'bundleName' | 'bundlePart'>): OrderedBundle | null {
  return id && name && part ? { id, name, part } : null;
}
