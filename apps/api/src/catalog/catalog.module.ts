import { Module } from '@nestjs/common';
import { PeopleModule } from '../people/people.module.js';
import { ArchetypeResolver } from './archetypes/archetype.resolver.js';
import { Archetypes } from './archetypes/archetypes.js';
import { BundleNotices } from './bundles/bundle-notices.js';
import { BundleVersionResolver } from './bundles/bundle-version.resolver.js';
import { BundlePartResolver, BundleResolver, BundlesOfPlanResolver } from './bundles/bundle.resolver.js';
import { Bundles } from './bundles/bundles.js';
import { DependenciesResolver, ServiceGraphNodeResolver } from './dependencies/service-graph.resolver.js';
import { BundleFavouriteResolver, FavouriteResolver } from './favourites/favourite.resolver.js';
import { Favourites } from './favourites/favourites.js';
import { ManagedServiceResolver, ServiceManagementResolver } from './management/service-management.resolver.js';
import { ServiceManagements } from './management/service-managements.js';
import { PlanResolver } from './plans/plan.resolver.js';
import { SubscriberPrices } from './plans/subscriber-prices.js';
import { RetirementDays } from './retirement/retirement-days.js';
import { RetirementLists } from './retirement/retirement-lists.js';
import { RetirementNotices } from './retirement/retirement-notices.js';
import {
  MigrationPathResolver,
  RetirementResolver,
  RetirementsOfServiceResolver,
  RetirementSubscriberResolver,
} from './retirement/retirement.resolver.js';
import { Retirements } from './retirement/retirements.js';
import { RetiringPlanResolver, RetiringResolver, RetiringServiceResolver } from './retirement/retiring.resolver.js';
import { PopularityResolver } from './popularity/popularity.resolver.js';
import { RelatedServiceResolver, RelatedServicesResolver } from './related/related.resolver.js';
import { ProviderServicesResolver } from './services/provider-services.resolver.js';
import { ServiceArchetypeResolver } from './services/service-archetype.resolver.js';
import { ServiceFieldsResolver } from './services/service-fields.resolver.js';
import { ServiceListResolver } from './services/service-list.resolver.js';
import { ServiceSearch } from './services/service-search.js';
import { ServiceResolver } from './services/service.resolver.js';
import { SupportChanges } from './services/support-changes.js';
import { Services } from './services/services.js';
import { ServiceExportController } from './versions/service-export.controller.js';
import {
  ServiceVersionResolver,
  UnitPriceChangeResolver,
  VersionsOfServiceResolver,
} from './versions/service-version.resolver.js';
import { ServiceImports } from './versions/service-imports.js';
import { ServiceVersions } from './versions/service-versions.js';
import { VersionNotices } from './versions/version-notices.js';

@Module({
  imports: [PeopleModule],
  controllers: [ServiceExportController],
  providers: [
    Archetypes,
    ArchetypeResolver,
    Services,
    SupportChanges,
    ServiceSearch,
    ServiceResolver,
    ServiceListResolver,
    ServiceFieldsResolver,
    ServiceArchetypeResolver,
    ProviderServicesResolver,
    PlanResolver,
    SubscriberPrices,
    ServiceImports,
    ServiceVersions,
    VersionNotices,
    ServiceVersionResolver,
    UnitPriceChangeResolver,
    VersionsOfServiceResolver,
    Bundles,
    BundleNotices,
    BundleResolver,
    BundlePartResolver,
    BundlesOfPlanResolver,
    BundleVersionResolver,
    Retirements,
    RetirementDays,
    RetirementLists,
    RetirementNotices,
    RetirementResolver,
    MigrationPathResolver,
    RetirementSubscriberResolver,
    RetirementsOfServiceResolver,
    RetiringServiceResolver,
    RetiringPlanResolver,
    RetiringResolver,
    DependenciesResolver,
    ServiceGraphNodeResolver,
    Favourites,
    FavouriteResolver,
    BundleFavouriteResolver,
    PopularityResolver,
    RelatedServicesResolver,
    RelatedServiceResolver,
    ServiceManagements,
    ServiceManagementResolver,
    ManagedServiceResolver,
  ],
  exports: [
    Archetypes,
    Services,
    SupportChanges,
    ServiceSearch,
    ServiceVersions,
    ServiceManagements,
    Bundles,
    Favourites,
    Retirements,
    RetirementDays,
  ],
})
export class CatalogModule {}
