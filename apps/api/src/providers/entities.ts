import { ProviderEntity } from './provider.entity.js';

export const providerEntities = [ProviderEntity];
