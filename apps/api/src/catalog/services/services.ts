import {
  assertArchetypeOverride,
  assertCanChangeService,
  assertCanMoveService,
  assertCanOverrideArchetype,
  assertCanProposeService,
  assertOwned,
  assertScores,
  assertSlug,
  assertWordsOpen,
  DomainError,
  LIFECYCLE_MOVES,
  moveService,
  proposedOwner,
  reasonOf,
  type ArchetypeKey,
  type LifecycleMove,
  type ServiceWords,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { uuidv7 } from '../../platform/uuid.js';
import { assertReferences } from '../references.js';
import { todayOf } from '../today.js';
import { relatedIdsOf, replaceRelated } from '../related/replace-related.js';
import { lockedService } from './locked-service.js';
import { hasVersions, wordsOfService } from '../versions/service-words.js';
import { moveFacts } from './move-facts.js';
import { given, newReferences, written, type ServiceChange, type ServiceDescription } from './service-description.js';
import { overrideColumns, scoreColumns } from './service-columns.js';
import { FormerOwnerEntity } from './former-owner.entity.js';
import { ServiceEntity } from './service.entity.js';
import { SupportChanges } from './support-changes.js';
import { lockSupportGraph, replaceSupporting, supportingIdsOf } from './support-graph.js';

/** How the input of a change calls other services. */
const FIELDS: Partial<Record<keyof ServiceWords, string>> = {
  supportingServices: 'supportingServiceIds',
  relatedServices: 'relatedServiceIds',
};

@Injectable()
export class Services {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly supports: SupportChanges,
  ) {}

  /** @throws {DomainError} When the viewer may not, the slug is taken, or a person, unit or provider is unknown. */
  propose(act: Act, description: ServiceDescription & { slug: string }): Promise<ServiceEntity> {
    return this.database.transaction((tx) => this.proposeIn(tx, act, description));
  }

  /** As `propose`, within a transaction. */
  async proposeIn(
    tx: EntityManager,
    act: Act,
    { scores = null, slug, ...words }: ServiceDescription & { slug: string },
  ): Promise<ServiceEntity> {
    assertSlug(slug);
    if (scores) assertScores(scores, ['scores']);
    const service = tx.create(ServiceEntity, {
      id: uuidv7(act.at),
      slug,
      lifecycle: 'proposed',
      ...written(words),
      ...scoreColumns(scores),
      ...overrideColumns(null),
      ownerId: proposedOwner(act.viewer, words.ownerId),
      unitId: words.unitId ?? null,
      providerId: words.providerId ?? null,
    });
    assertCanProposeService(act.viewer, service);
    await assertReferences(tx, service);
    const taken = new DomainError('SLUG_TAKEN', `There is, or was, a service with the slug "${slug}".`, ['slug']);
    await refusing('service_slug_key', taken, () => tx.insert(ServiceEntity, service));
    await this.record(tx, act, 'service.proposed', null, service);
    return service;
  }

  /** @throws {DomainError} When the viewer may not, the edit is stale, or it names what is unknown, makes a cycle, or belongs to a version. */
  change(
    act: Act,
    id: string,
    { version, supportingServiceIds, relatedServiceIds, scores, ...change }: ServiceChange,
  ): Promise<ServiceEntity> {
    return this.database.transaction(async (tx) => {
      if (supportingServiceIds) await lockSupportGraph(tx);
      const service = await lockedService(tx, act.viewer, id);
      assertCanChangeService(act.viewer, service);
      assertFresh(service, version);
      const before = { ...service, ...(await namedBy(tx, id)) };
      const words = await wordsOfService(tx, id);
      if (scores) assertScores(scores, ['scores']);
      Object.assign(service, given(written(change)), scores !== undefined && scoreColumns(scores));
      assertOwned(service);
      await assertReferences(tx, newReferences(before, service));
      if (supportingServiceIds && (await replaceSupporting(tx, act.viewer, service, supportingServiceIds)))
        await this.supports.tell(tx);
      if (relatedServiceIds) await replaceRelated(tx, act.viewer, service, relatedServiceIds);
      await tx.save(service);
      assertWordsOpen(
        before,
        await hasVersions(tx, id),
        words,
        await wordsOfService(tx, id),
        (name) => FIELDS[name] ?? name,
      );
      await keepFormerOwner(tx, act, before, service);
      const after = { ...service, ...(await namedBy(tx, id)) };
      await this.record(tx, act, 'service.changed', before, after);
      return service;
    });
  }

  /** Treats the service as another archetype, through the day on which the override expires. `act` gives the reason. */
  overrideArchetype(
    act: Act & { reason: string },
    id: string,
    archetype: ArchetypeKey,
    expiresOn: string,
  ): Promise<ServiceEntity> {
    return this.alter(act, id, 'service.archetypeOverridden', async (service, tx) => {
      assertCanOverrideArchetype(act.viewer, service);
      assertArchetypeOverride({ reason: act.reason, expiresOn }, await todayOf(tx, act.at));
      const decidedById = act.viewer.personId;
      Object.assign(service, overrideColumns({ archetype, decidedById, reason: act.reason, expiresOn }));
    });
  }

  /** The suggested archetype is in force again. */
  endArchetypeOverride(act: Act, id: string): Promise<ServiceEntity> {
    return this.alter(act, id, 'service.archetypeOverrideEnded', (service) => {
      assertCanOverrideArchetype(act.viewer, service);
      if (!service.overrideArchetype) throw new DomainError('NO_OVERRIDE', `${service.name} has no override to end.`);
      Object.assign(service, overrideColumns(null));
    });
  }

  /** @throws {DomainError} When the viewer may not, or a rule of the move says no. */
  move(act: Act, id: string, name: LifecycleMove): Promise<ServiceEntity> {
    return this.alter(act, id, LIFECYCLE_MOVES[name].action, async (service, tx) => {
      assertCanMoveService(act.viewer, service, name);
      if (LIFECYCLE_MOVES[name].asksWhy) reasonOf(act.reason ?? '');
      service.lifecycle = moveService(await moveFacts(tx, service, act.at), name);
    });
  }

  private alter(
    act: Act,
    id: string,
    action: string,
    change: (service: ServiceEntity, tx: EntityManager) => void | Promise<void>,
  ): Promise<ServiceEntity> {
    return this.database.transaction(async (tx) => {
      const service = await lockedService(tx, act.viewer, id);
      const before = { ...service };
      await change(service, tx);
      await tx.save(service);
      await this.record(tx, act, action, before, service);
      return service;
    });
  }

  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    before: object | null,
    after: ServiceEntity,
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'service', id: after.id }, before, after);
  }
}

/** What was measured while somebody owned it stays theirs. */
async function keepFormerOwner(tx: EntityManager, act: Act, before: ServiceEntity, after: ServiceEntity) {
  if (!before.ownerId || before.ownerId === after.ownerId) return;
  const until = await todayOf(tx, act.at);
  const row = { serviceId: before.id, personId: before.ownerId, until };
  await tx.createQueryBuilder().insert().into(FormerOwnerEntity).values(row).orIgnore().execute();
}

/** What a service says of other ones. */
async function namedBy(tx: EntityManager, id: string) {
  return { supportingServiceIds: await supportingIdsOf(tx, id), relatedServiceIds: await relatedIdsOf(tx, id) };
}
