import { uuidv7 } from '@accord/api/platform/uuid.js';
import { ProviderEntity } from '@accord/api/providers/provider.entity.js';
import type { Api } from './api.js';
import type { peopleBuilders } from './people.js';

export type GivenProvider = Partial<Omit<ProviderEntity, 'id' | 'version'>>;

/** Providers, put straight into the database. */
export function providerBuilders(api: Api, people: ReturnType<typeof peopleBuilders>) {
  const { manager } = api.dataSource;
  let made = 0;

  return {
    /** A company, unless said otherwise; an internal one is given its team. */
    async provider({ kind = 'external', ...columns }: GivenProvider = {}): Promise<ProviderEntity> {
      const n = ++made;
      const teamId = kind === 'internal' ? (columns.teamId ?? (await people.team()).id) : null;
      return manager.save(ProviderEntity, {
        id: uuidv7(),
        slug: `provider-${n}`,
        name: `Provider ${n}`,
        kind,
        description: '',
        country: null,
        website: null,
        endedAt: null,
        ...columns,
        teamId,
      });
    },
  };
}
