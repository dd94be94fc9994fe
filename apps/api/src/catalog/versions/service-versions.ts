import {
  assertDraftVersion,
  assertNoVersionOpen,
  assertOfferable,
  assertWithdrawable,
  audienceOf,
  DomainError,
  draftOf,
  OFFERS_NOTHING,
  parseServiceDefinition,
  publishVersion,
  reasonOf,
  type ServiceDefinition,
  type ServiceFile,
  definitionIn,
  type Viewer,
  wordsOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../../people/administrators.js';
import type { Act } from '../../platform/act/act.js';
import { Audit, type AuditMode } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { uuidv7 } from '../../platform/uuid.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { type Promised, underWayOf } from '../plans/promised.js';
import { reachSubscribers } from '../plans/subscriber-prices.js';
import { wasOrdered } from '../plans/was-ordered.js';
import { subscribersOf } from '../plans/subscribers.js';
import { assertUnitsKept } from '../plans/units-kept.js';
import { leavingPlans, successorsIn } from '../retirement/retiring.js';
import type { ServiceEntity } from '../services/service.entity.js';
import { assertKeepsOrder, lockSupportGraph } from '../services/support-graph.js';
import { todayOf } from '../today.js';
import { liveDefinition } from './live-definition.js';
import { assertNamedInApproval } from './named-in-approval.js';
import { assertNamedInEntitlement } from './named-in-entitlement.js';
import { assertNamedInFulfilment } from './named-in-fulfilment.js';
import { namedInPlans, type NamedInPlan } from './named-in-plans.js';
import { openVersion, saysTheSame } from './open-version.js';
import { assertCommitmentsStand, withCommitments } from './promised-commitments.js';
import { publishPlans } from './publish-plans.js';
import { ServiceVersionEntity } from './service-version.entity.js';
import { type NamedServices, servicesNamed, wordsOfService, writeWords } from './service-words.js';
import { SupportChanges } from '../services/support-changes.js';
import { VersionNotices } from './version-notices.js';
import { serviceToChange, versionToChange } from './version-to-change.js';

const LIVE = { state: 'published' } as const;
const GO_LIVE = 'UPDATE service SET live_version_id = $2, seen_by = $3, ordered_by = $4 WHERE id = $1';
const PATH = ['definition'];

/** Versions of what a service is offered by: draft → proposed → published by a second person → replaced. */
@Injectable()
export class ServiceVersions {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: VersionNotices,
    private readonly supports: SupportChanges,
  ) {}

  /**
   * A copy of the live version, or of the one named, to be worked on.
   *
   * @throws {DomainError} `VERSION_OPEN` when a version is in the making, or the viewer may not.
   */
  draft(act: Act, serviceId: string, from?: string | null): Promise<ServiceVersionEntity> {
    return this.database.transaction(async (tx) => {
      const service = await serviceToChange(tx, act, serviceId, 'serviceId');
      const source =
        from && !isUUID(from)
          ? null
          : await tx.findOneBy(ServiceVersionEntity, { serviceId, ...(from ? { id: from } : LIVE) });
      if (from && !source) throw new DomainError('NOT_FOUND', `${service.name} has no such version.`, ['from']);
      const definition = source
        ? parseServiceDefinition(source.definition)
        : { ...(await wordsOfService(tx, serviceId)), ...OFFERS_NOTHING };
      return this.draftIn(tx, act, service, draftOf(definition, await todayOf(tx, act.at)), source?.number ?? null);
    });
  }

  /**
   * The draft as a whole, as it is to be now; words that are left out stay.
   *
   * @param revision The one that was edited.
   * @throws {DomainError} `NOT_A_DRAFT`, `STALE`, or what is wrong with the definition and where.
   */
  change(act: Act, id: string, revision: number, definition: unknown): Promise<ServiceVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { version } = await versionToChange(tx, act, id);
      assertDraftVersion(version);
      assertFresh({ version: version.revision }, revision);
      const words = wordsOf(parseServiceDefinition(version.definition));
      return this.changeIn(tx, act, version, parseServiceDefinition(definition, PATH, words));
    });
  }

  /**
   * A file becomes the draft of its service: a new one, or in place of what the draft said, unless it says the same.
   *
   * @param revision The draft's, when there is one; left out: not checked.
   * @throws {DomainError} As `change`, and what is wrong with the file.
   */
  importFile(act: Act, serviceId: string, file: ServiceFile, revision?: number | null): Promise<ServiceVersionEntity> {
    return this.database.transaction(async (tx) => {
      const service = await serviceToChange(tx, act, serviceId, 'serviceId');
      return this.importIn(tx, act, service, file, revision);
    });
  }

  /** As `importFile`, within a transaction that has locked the service. */
  async importIn(
    tx: EntityManager,
    act: Act,
    service: ServiceEntity,
    file: ServiceFile,
    revision?: number | null,
  ): Promise<ServiceVersionEntity> {
    const definition = definitionIn(file, service.slug, await wordsOfService(tx, service.id));
    const open = await openVersion(tx, service.id);
    if (!open) return this.draftIn(tx, act, service, definition, null);
    assertFresh({ version: open.revision }, revision);
    if (await saysTheSame(tx, act, open, definition)) return open;
    assertDraftVersion(open);
    return this.changeIn(tx, act, open, definition);
  }

  /** Puts the draft before a second person. @throws {DomainError} When it could not be published. */
  propose(act: Act, id: string): Promise<ServiceVersionEntity> {
    return this.database.transaction(async (tx) => {
      const { service, version } = await versionToChange(tx, act, id);
      assertDraftVersion(version);
      const before = { ...version };
      const definition = parseServiceDefinition(version.definition);
      version.definition = await withCommitments(tx, service.id, definition, act.at);
      await this.checked(tx, act, service, version, act.viewer);
      Object.assign(version, { state: 'proposed', proposedById: act.viewer.personId, proposedAt: act.at });
      await tx.save(version);
      await this.record(tx, act, 'service.versionProposed', before, version);
      await this.notices.proposed(tx, act, service);
      return version;
    });
  }

  /** Takes a draft or a proposal back for good; whoever has another look drafts it anew. */
  withdraw(act: Act, id: string): Promise<ServiceVersionEntity> {
    return this.database.transaction(async (tx) => {
      const reason = reasonOf(act.reason ?? '');
      const { service, version } = await versionToChange(tx, act, id);
      assertWithdrawable(version);
      const before = { ...version };
      Object.assign(version, { state: 'withdrawn', decidedById: act.viewer.personId, decidedAt: act.at, reason });
      await tx.save(version);
      await this.record(tx, act, 'service.versionWithdrawn', before, version);
      await this.notices.decided(tx, act, service, version);
      return version;
    });
  }

  /**
   * What the version says is what the service is offered by from now on: plans and prices are written, in one piece.
   *
   * @throws {DomainError} When the viewer wrote or proposed it, it does not wait, or what it names is no longer there.
   */
  publish(act: Act, id: string): Promise<ServiceVersionEntity> {
    return this.database.transaction(async (tx) => {
      await lockSupportGraph(tx);
      const { service, version } = await versionToChange(tx, act, id);
      await lockRoles(tx);
      const mode = publishVersion(version, act.viewer, await countAdministratorsEver(tx, act.at));
      const { definition, named, services, promised } = await this.checked(tx, act, service, version, null);
      await assertCommitmentsStand(tx, service.id, definition, act.at, PATH);
      const live = await liveDefinition(tx, service.id);
      const before = { ...version };
      await tx.update(ServiceVersionEntity, { serviceId: service.id, ...LIVE }, { state: 'replaced' });
      Object.assign(version, {
        state: 'published',
        decidedById: act.viewer.personId,
        decidedAt: act.at,
        bootstrap: mode === 'bootstrap',
      });
      await tx.save(version);
      if (await writeWords(tx, service, definition, services)) await this.supports.tell(tx);
      const { see, order } = definition.entitlement;
      await tx.query(GO_LIVE, [service.id, version.id, audienceOf(see), audienceOf(order)]);
      const today = await todayOf(tx, act.at);
      const { changed, promised: others } = await publishPlans(tx, act, this.audit, {
        serviceId: service.id,
        versionId: version.id,
        plans: definition.plans,
        named,
        today,
        noticeDays: Math.max(definition.notice.days, live?.notice.days ?? 0),
        promised,
        mayBackdate: !(await wasOrdered(tx, [service.id])).has(service.id),
      });
      await this.record(tx, act, 'service.versionPublished', before, version, mode === 'bootstrap' ? mode : undefined);
      const told = { ...service, name: definition.name };
      await this.notices.decided(tx, act, told, version);
      const { text } = definition.notice;
      await this.notices.repriced(tx, act, told, { changed, promised, today, text });
      await this.notices.promised(tx, act, told, { changed: others, text });
      await reachSubscribers(tx, act.at, { planIds: changed.map(({ plan }) => plan.id) });
      return version;
    });
  }

  private async draftIn(
    tx: EntityManager,
    act: Act,
    service: ServiceEntity,
    definition: ServiceDefinition,
    basedOn: number | null,
  ): Promise<ServiceVersionEntity> {
    assertNoVersionOpen(await openVersion(tx, service.id));
    const newest = await tx.maximum(ServiceVersionEntity, 'number', { serviceId: service.id });
    const draft = tx.create(ServiceVersionEntity, {
      id: uuidv7(act.at),
      serviceId: service.id,
      number: (newest ?? 0) + 1,
      state: 'draft',
      definition: await withCommitments(tx, service.id, definition, act.at),
      revision: 1,
      basedOn,
      writtenByIds: [act.viewer.personId],
      draftedAt: act.at,
      bootstrap: false,
    });
    await tx.insert(ServiceVersionEntity, draft);
    await this.record(tx, act, 'service.versionDrafted', null, draft);
    return tx.findOneByOrFail(ServiceVersionEntity, { id: draft.id });
  }

  private async changeIn(
    tx: EntityManager,
    act: Act,
    version: ServiceVersionEntity,
    definition: ServiceDefinition,
  ): Promise<ServiceVersionEntity> {
    const before = { ...version };
    version.definition = await withCommitments(tx, version.serviceId, definition, act.at);
    version.revision += 1;
    version.writtenByIds = [...new Set([...version.writtenByIds, act.viewer.personId])];
    await tx.save(version);
    await this.record(tx, act, 'service.versionChanged', before, version);
    return version;
  }

  /**
   * @param viewer Who sees the services that it names; null = they have been looked at.
   * @throws {DomainError} When the version could not take the place of what is offered now.
   */
  private async checked(
    tx: EntityManager,
    act: Act,
    service: ServiceEntity,
    version: ServiceVersionEntity,
    viewer: Viewer | null,
  ): Promise<{ definition: ServiceDefinition; named: NamedInPlan[]; services: NamedServices; promised: Promised[] }> {
    const definition = parseServiceDefinition(version.definition);
    const plans = await tx.findBy(PlanEntity, { serviceId: service.id });
    const leaving = await leavingPlans(tx, service.id);
    const successors = await successorsIn(tx, service.id);
    const known = plans.map(({ slug, name, currency, endedAt }) => {
      const replaces = successors.get(slug) ?? null;
      return { slug, name, currency, ended: endedAt !== null, retires: leaving.has(slug), replaces };
    });
    const today = await todayOf(tx, act.at);
    assertOfferable(service, definition, known, today);
    await assertNamedInEntitlement(tx, definition.entitlement, ['definition', 'entitlement']);
    await assertNamedInApproval(tx, definition.approval, ['definition', 'approval']);
    await assertNamedInFulfilment(tx, definition.fulfilment, ['definition', 'fulfilment']);
    const services = await servicesNamed(tx, service.id, definition, viewer, PATH);
    await assertKeepsOrder(tx, service.id, services.supportingIds);
    const named = await namedInPlans(tx, act, definition.plans, plans, ['definition', 'plans']);
    const planIds = plans.map(({ id }) => id);
    const promised = [...(await subscribersOf(tx, { planIds }, today)), ...(await underWayOf(tx, planIds))];
    assertUnitsKept(definition.plans, plans, promised, ['definition', 'plans']);
    return { definition, named, services, promised };
  }

  private record(
    tx: EntityManager,
    act: Act,
    action: string,
    before: ServiceVersionEntity | null,
    after: ServiceVersionEntity,
    mode?: AuditMode,
  ): Promise<void> {
    return this.audit.record(tx, { ...act, mode }, action, { type: 'service', id: after.serviceId }, before, after);
  }
}
