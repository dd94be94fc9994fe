import { canSeeProvider } from '@accord/domain';
import { In } from 'typeorm';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { ProviderEntity } from './provider.entity.js';

/** null for a provider that the viewer may not know of. */
export const providerById = defineLoader<string, ProviderEntity | null>(async (ids, { manager, act }) => {
  const known = ids.filter((id) => canSeeProvider(act.viewer!, id));
  const providers = known.length > 0 ? await manager.findBy(ProviderEntity, { id: In(known) }) : [];
  return inOrderOf(ids, providers, ({ id }) => id);
});
