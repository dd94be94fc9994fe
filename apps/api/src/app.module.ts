import { Module, type DynamicModule } from '@nestjs/common';
import { AgreementsModule } from './agreements/agreements.module.js';
import { CatalogModule } from './catalog/catalog.module.js';
import { DemoModule } from './demo/demo.module.js';
import { GovernanceModule } from './governance/governance.module.js';
import { OrdersModule } from './orders/orders.module.js';
import { PeopleModule } from './people/people.module.js';
import { ImportsModule } from './performance/imports/imports.module.js';
import { PerformanceModule } from './performance/performance.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';
import { ProvidersModule } from './providers/providers.module.js';
import { RewardsModule } from './rewards/rewards.module.js';

/** The nouns of the product, on the platform. */
@Module({})
export class AppModule {
  /** @param more Modules that a test adds. */
  static with(parts: PlatformParts, ...more: DynamicModule[]): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PlatformModule.with(parts),
        PeopleModule,
        ProvidersModule,
        CatalogModule,
        AgreementsModule,
        OrdersModule,
        PerformanceModule,
        ImportsModule,
        RewardsModule,
        GovernanceModule,
        DemoModule,
        ...more,
      ],
    };
  }
}
