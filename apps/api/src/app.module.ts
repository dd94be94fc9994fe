import { Module, type DynamicModule } from '@nestjs/common';
import { PeopleModule } from './people/people.module.js';
import { PlatformModule, type PlatformParts } from './platform/platform.module.js';

/** The nouns of the product, on the platform. */
@Module({})
export class AppModule {
  /** @param more Modules that a test adds. */
  static with(parts: PlatformParts, ...more: DynamicModule[]): DynamicModule {
    return { module: AppModule, imports: [PlatformModule.with(parts), PeopleModule, ...more] };
  }
}
