import { Module } from '@nestjs/common';
import { ProviderResolver } from './provider.resolver.js';
import { Providers } from './providers.js';

@Module({ providers: [Providers, ProviderResolver], exports: [Providers] })
export class ProvidersModule {}
