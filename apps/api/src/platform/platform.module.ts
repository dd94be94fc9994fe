import { Global, Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD, APP_INTERCEPTOR, APP_PIPE, DiscoveryModule, ModulesContainer } from '@nestjs/core';
import { ApolloDriver } from '@nestjs/apollo';
import { GraphQLModule, GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { DataSource } from 'typeorm';
import { Acts } from './act/acts.js';
import { SignedInGuard } from './act/signed-in.guard.js';
import { StorableGuard } from './http/storable.guard.js';
import { Audit } from './audit/audit.js';
import { Clock, SystemClock } from './clock.js';
import { CONFIG, type Config } from './config.js';
import { Database } from './database/database.js';
import { ExceptionsFilter } from './errors/exceptions.filter.js';
import { inputPipe } from './errors/input-pipe.js';
import { RefusalInterceptor } from './errors/refusal.interceptor.js';
import { runningSchema } from './graphql/code-schema.js';
import { graphqlOptions } from './graphql/graphql-options.js';
import { SchemaReader } from './graphql/schema-reader.js';
import { HealthController } from './http/health.controller.js';
import { JobHandlers } from './jobs/job-handlers.js';
import { Jobs } from './jobs/jobs.js';
import { Mailer } from './mail/mailer.js';
import { WebhookDeliveries } from './webhooks/webhook-deliveries.js';
import { WebhookSubscriptions } from './webhooks/webhook-subscriptions.js';
import { WebhookDeliveryResolver, WebhookResolver } from './webhooks/webhook.resolver.js';
import { Webhooks } from './webhooks/webhooks.js';

/** What the application is given from outside. The data source is opened and closed by whoever gives it. */
export interface PlatformParts {
  config: Config;
  dataSource: DataSource;
  clock?: Clock;
}

export { CONFIG };

/** Everything the nouns stand on; it knows none of them. */
@Global()
@Module({})
export class PlatformModule {
  static with({ config, dataSource, clock = new SystemClock() }: PlatformParts): DynamicModule {
    return {
      module: PlatformModule,
      imports: [
        DiscoveryModule,
        GraphQLModule.forRootAsync({
          driver: ApolloDriver,
          imports: [GraphQLSchemaBuilderModule],
          inject: [Acts, ModulesContainer, GraphQLSchemaFactory],
          useFactory: async (acts: Acts, modules: ModulesContainer, factory: GraphQLSchemaFactory) =>
            graphqlOptions(config, acts, dataSource.manager, await runningSchema(modules, factory)),
        }),
      ],
      controllers: [HealthController],
      providers: [
        { provide: CONFIG, useValue: config },
        { provide: Clock, useValue: clock },
        { provide: DataSource, useValue: dataSource },
        { provide: APP_GUARD, useClass: SignedInGuard },
        { provide: APP_GUARD, useClass: StorableGuard },
        { provide: APP_INTERCEPTOR, useClass: RefusalInterceptor },
        { provide: APP_FILTER, useClass: ExceptionsFilter },
        { provide: APP_PIPE, useValue: inputPipe },
        Acts,
        Audit,
        Database,
        JobHandlers,
        Jobs,
        Mailer,
        SchemaReader,
        WebhookDeliveries,
        WebhookDeliveryResolver,
        WebhookResolver,
        WebhookSubscriptions,
        Webhooks,
      ],
      exports: [CONFIG, Clock, DataSource, Acts, Audit, Database, Jobs, Mailer, SchemaReader, Webhooks],
    };
  }
}
