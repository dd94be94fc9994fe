import { catalogBy } from '@accord/api/demo/builders/catalog.js';
import { ProviderEntity } from '@accord/api/providers/provider.entity.js';
import type { Api } from './api.js';
import { longAgo } from './hands.js';
import type { peopleBuilders } from './people.js';

export type GivenProvider = Partial<Omit<ProviderEntity, 'id' | 'version'>>;

/** Providers, made through the use cases. */
export function providerBuilders(api: Api, people: ReturnType<typeof peopleBuilders>) {
  const { manager } = api.dataSource;
  const shared = catalogBy(longAgo(api));
  let made = 0;

  return {
    /** A company, unless said otherwise; an internal one is given its team. */
    async provider({ kind = 'external', endedAt = null, ...columns }: GivenProvider = {}): Promise<ProviderEntity> {
      const n = ++made;
      const teamId = kind === 'internal' ? (columns.teamId ?? (await people.team()).id) : null;
      const words = { slug: `provider-${n}`, name: `Provider ${n}`, description: '' };
      const provider = await shared.provider({ ...words, ...columns, kind, teamId });
      if (endedAt) await manager.update(ProviderEntity, { id: provider.id }, { endedAt, version: provider.version });
      return manager.findOneByOrFail(ProviderEntity, { id: provider.id });
    },
  };
}
