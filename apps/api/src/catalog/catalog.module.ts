import { Module } from '@nestjs/common';
import { ArchetypeResolver } from './archetypes/archetype.resolver.js';
import { Archetypes } from './archetypes/archetypes.js';
import { ManagedServiceResolver, ServiceManagementResolver } from './management/service-management.resolver.js';
import { ServiceManagements } from './management/service-managements.js';
import { PlanResolver } from './plans/plan.resolver.js';
import { Plans } from './plans/plans.js';
import { ProviderServicesResolver } from './services/provider-services.resolver.js';
import { ServiceArchetypeResolver } from './services/service-archetype.resolver.js';
import { ServiceFieldsResolver } from './services/service-fields.resolver.js';
import { ServiceListResolver } from './services/service-list.resolver.js';
import { ServiceSearch } from './services/service-search.js';
import { ServiceResolver } from './services/service.resolver.js';
import { Services } from './services/services.js';

@Module({
  providers: [
    Archetypes,
    ArchetypeResolver,
    Services,
    ServiceSearch,
    ServiceResolver,
    ServiceListResolver,
    ServiceFieldsResolver,
    ServiceArchetypeResolver,
    ProviderServicesResolver,
    Plans,
    PlanResolver,
    ServiceManagements,
    ServiceManagementResolver,
    ManagedServiceResolver,
  ],
  exports: [Archetypes, Services, ServiceSearch, Plans, ServiceManagements],
})
export class CatalogModule {}
