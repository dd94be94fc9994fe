import { ArchetypeVersionEntity } from './archetypes/archetype-version.entity.js';
import { BundlePartEntity } from './bundles/bundle-part.entity.js';
import { BundleVersionEntity } from './bundles/bundle-version.entity.js';
import { BundleEntity } from './bundles/bundle.entity.js';
import { BundleFavouriteEntity } from './favourites/bundle-favourite.entity.js';
import { FavouriteEntity } from './favourites/favourite.entity.js';
import { ServiceManagementEntity } from './management/service-management.entity.js';
import { PlanPromiseEntity } from './plans/plan-promise.entity.js';
import { PlanEntity } from './plans/plan.entity.js';
import { PriceComponentEntity } from './plans/price-component.entity.js';
import { PriceListEntity } from './plans/price-list.entity.js';
import { RelatedServiceEntity } from './related/related-service.entity.js';
import { RetirementPathEntity } from './retirement/retirement-path.entity.js';
import { RetirementSubscriberEntity } from './retirement/retirement-subscriber.entity.js';
import { RetirementEntity } from './retirement/retirement.entity.js';
import { FormerOwnerEntity } from './services/former-owner.entity.js';
import { ServiceSupportEntity } from './services/service-support.entity.js';
import { ServiceEntity } from './services/service.entity.js';
import { ServiceVersionEntity } from './versions/service-version.entity.js';

export const catalogEntities = [
  ArchetypeVersionEntity,
  ServiceEntity,
  ServiceSupportEntity,
  FormerOwnerEntity,
  ServiceVersionEntity,
  PlanEntity,
  PlanPromiseEntity,
  PriceListEntity,
  PriceComponentEntity,
  ServiceManagementEntity,
  BundleEntity,
  BundleVersionEntity,
  BundlePartEntity,
  FavouriteEntity,
  BundleFavouriteEntity,
  RelatedServiceEntity,
  RetirementEntity,
  RetirementPathEntity,
  RetirementSubscriberEntity,
];
