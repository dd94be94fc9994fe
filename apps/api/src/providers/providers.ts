import {
  assertCanAddProviders,
  assertCanChangeProvider,
  assertProvider,
  assertProviderCanEnd,
  assertSlug,
  canSeeProvider,
  DomainError,
  reasonOf,
  type ProviderKind,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { refusing } from '../platform/database/refusing.js';
import { assertFresh } from '../platform/errors/assert-fresh.js';
import { uuidv7 } from '../platform/uuid.js';
import { ProviderEntity } from './provider.entity.js';

export interface ProviderDescription {
  name: string;
  description: string;
  country?: string | null;
  website?: string | null;
  teamId?: string | null;
}

/** Left-out fields stay as they are. */
export interface ProviderChange extends Partial<ProviderDescription> {
  /** The version that was edited; not checked when left out. */
  version?: number | null;
}

const IN_USE_BY = `
  SELECT name FROM service WHERE provider_id = $1 AND lifecycle IN ('live', 'retiring')
   ORDER BY name COLLATE "und-x-icu"`;

@Injectable()
export class Providers {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the slug is taken, or the provider is neither a team nor a company. */
  add(act: Act, provider: ProviderDescription & { slug: string; kind: ProviderKind }): Promise<ProviderEntity> {
    return this.database.transaction(async (tx) => {
      assertCanAddProviders(act.viewer);
      assertSlug(provider.slug);
      const { slug, kind, description, country = null, website = null, teamId = null } = provider;
      const identity = { kind, country, website, teamId };
      assertProvider(identity);
      await assertTeam(tx, teamId);
      const added = tx.create(ProviderEntity, {
        id: uuidv7(act.at),
        slug,
        name: provider.name.trim(),
        description,
        ...identity,
        endedAt: null,
      });
      const taken = new DomainError('SLUG_TAKEN', `There is, or was, a provider with the slug "${slug}".`, ['slug']);
      await refusing('provider_slug_key', taken, () => tx.insert(ProviderEntity, added));
      await this.record(tx, act, 'provider.added', null, added);
      return added;
    });
  }

  /** @throws {DomainError} When the viewer may not, the edit is stale, or it is no longer a team or a company. */
  change(act: Act, id: string, { version, ...change }: ProviderChange): Promise<ProviderEntity> {
    return this.database.transaction(async (tx) => {
      const provider = await this.changeable(tx, act, id);
      assertFresh(provider, version);
      const before = { ...provider };
      provider.name = change.name?.trim() ?? provider.name;
      provider.description = change.description ?? provider.description;
      if (change.country !== undefined) provider.country = change.country;
      if (change.website !== undefined) provider.website = change.website;
      if (change.teamId !== undefined) provider.teamId = change.teamId;
      assertProvider(provider);
      if (provider.teamId !== before.teamId) await assertTeam(tx, provider.teamId);
      await tx.save(provider);
      await this.record(tx, act, 'provider.changed', before, provider);
      return provider;
    });
  }

  /** @throws {DomainError} When the viewer may not, or services in use rely on it. */
  end(act: Act, id: string): Promise<ProviderEntity> {
    return this.database.transaction(async (tx) => {
      reasonOf(act.reason ?? '');
      const provider = await this.changeable(tx, act, id);
      const inUseBy: { name: string }[] = await tx.query(IN_USE_BY, [id]);
      assertProviderCanEnd(
        provider,
        inUseBy.map(({ name }) => name),
      );
      const before = { ...provider };
      provider.endedAt = act.at;
      await tx.save(provider);
      await this.record(tx, act, 'provider.ended', before, provider);
      return provider;
    });
  }

  /** Locked until the transaction ends. */
  private async changeable(tx: EntityManager, act: Act, id: string): Promise<ProviderEntity> {
    const lock = { mode: 'for_no_key_update' } as const;
    const provider = isUUID(id) ? await tx.findOne(ProviderEntity, { where: { id }, lock }) : null;
    if (!provider || !canSeeProvider(act.viewer, id)) {
      throw new DomainError('NOT_FOUND', 'There is no such provider.', ['id']);
    }
    assertCanChangeProvider(act.viewer, id);
    return provider;
  }

  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    before: object | null,
    after: ProviderEntity,
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'provider', id: after.id }, before, after);
  }
}

async function assertTeam(tx: EntityManager, teamId: string | null): Promise<void> {
  if (teamId === null) return;
  const found = await tx.query('SELECT 1 FROM team WHERE id = $1 AND ended_at IS NULL FOR SHARE', [teamId]);
  if (found.length === 0) throw new DomainError('UNKNOWN_TEAM', 'There is no such team, or it has ended.', ['teamId']);
}
