import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { CurrentLoaders, defineLoader, type Loaders } from '../../platform/graphql/loaders.js';
import type { BundleEntity } from '../bundles/bundle.entity.js';
import { Bundle } from '../bundles/bundle.type.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { Service } from '../services/service.type.js';
import { BundleFavouriteEntity } from './bundle-favourite.entity.js';
import { FavouriteEntity } from './favourite.entity.js';
import { Favourites } from './favourites.js';

@ObjectType()
export class SetFavouritePayload {
  @Field(() => Service, { nullable: true })
  service?: Service | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class SetBundleFavouritePayload {
  @Field(() => Bundle, { nullable: true })
  bundle?: Bundle | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

/** Whether the viewer marked a service. */
const isFavourite = defineLoader<string, boolean>(async (ids, { manager, act }) => {
  const personId = act.viewer!.personId;
  const marked = await manager.findBy(FavouriteEntity, { personId, serviceId: In([...ids]) });
  return ids.map((id) => marked.some(({ serviceId }) => serviceId === id));
});

/** Whether the viewer marked a bundle. */
const isFavouriteBundle = defineLoader<string, boolean>(async (ids, { manager, act }) => {
  const personId = act.viewer!.personId;
  const marked = await manager.findBy(BundleFavouriteEntity, { personId, bundleId: In([...ids]) });
  return ids.map((id) => marked.some(({ bundleId }) => bundleId === id));
});

@Resolver(() => Service)
export class FavouriteResolver {
  constructor(private readonly favourites: Favourites) {}

  @Mutation(() => SetFavouritePayload, { description: 'Marks a service for oneself, or takes the mark away.' })
  setFavourite(
    @CurrentAct() act: Act,
    @Args('serviceId', { type: () => ID }) serviceId: string,
    @Args('favourite') favourite: boolean,
  ) {
    return toPayload('service', () => this.favourites.setService(act, serviceId, favourite));
  }

  @ResolveField(() => Boolean, { description: 'A mark that nobody else sees.' })
  viewerFavourite(@Parent() { id }: ServiceEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(isFavourite, id);
  }
}

@Resolver(() => Bundle)
export class BundleFavouriteResolver {
  constructor(private readonly favourites: Favourites) {}

  @Mutation(() => SetBundleFavouritePayload, { description: 'Marks a bundle for oneself, or takes the mark away.' })
  setBundleFavourite(
    @CurrentAct() act: Act,
    @Args('bundleId', { type: () => ID }) bundleId: string,
    @Args('favourite') favourite: boolean,
  ) {
    return toPayload('bundle', () => this.favourites.setBundle(act, bundleId, favourite));
  }

  @ResolveField(() => Boolean, { description: 'A mark that nobody else sees.' })
  viewerFavourite(@Parent() { id }: BundleEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(isFavouriteBundle, id);
  }
}
