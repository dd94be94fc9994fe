import {
  assertCanChangeService,
  assertRetirementDays,
  canSeeServiceVersions,
  decideRetirement,
  DomainError,
  LIFECYCLE_MOVES,
  type LifecycleMove,
  type LocalDay,
  moveService,
  reasonOf,
  takenBack,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { countAdministratorsEver, lockRoles } from '../../people/administrators.js';
import type { Act, PublicAct } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { moveFacts } from '../services/move-facts.js';
import { ServiceEntity } from '../services/service.entity.js';
import { todayOf } from '../today.js';
import { serviceToChange } from '../versions/version-to-change.js';
import { type PathInput, retiringOf } from './retirement-facts.js';
import { RetirementNotices } from './retirement-notices.js';
import { RetirementPathEntity } from './retirement-path.entity.js';
import { RetirementEntity } from './retirement.entity.js';

export interface ProposedRetirement {
  serviceId: string;
  /** Left out: the whole service. */
  planId?: string | null;
  /** Left out: from the decision on. */
  closesOn?: LocalDay | null;
  endsOn: LocalDay;
  reason: string;
  shortNoticeReason?: string | null;
  /** Plans that are left out lead nowhere. */
  paths: readonly PathInput[];
}

/** Services and plans come to their end: proposed → decided by a second person → ended once nobody is left. */
@Injectable()
export class Retirements {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
    private readonly notices: RetirementNotices,
    private readonly jobs: Jobs,
  ) {}

  /** @throws {DomainError} When the viewer may not, or it could not be decided now. */
  propose(act: Act, { serviceId, planId = null, paths, ...wish }: ProposedRetirement): Promise<RetirementEntity> {
    return this.database.transaction(async (tx) => {
      const service = await serviceToChange(tx, act, serviceId, 'serviceId');
      const reason = reasonOf(wish.reason);
      const shortNoticeReason = wish.shortNoticeReason?.trim() || null;
      const days = { closesOn: wish.closesOn ?? null, endsOn: wish.endsOn };
      const facts = await retiringOf(tx, act, service, { planId, endsOn: wish.endsOn, paths });
      assertRetirementDays(days, { ...facts, shortNoticeReason });
      const proposedById = act.viewer.personId;
      const words = { reason, shortNoticeReason, proposedById, proposedAt: act.at, bootstrap: false };
      const id = uuidv7(act.at);
      await tx.insert(RetirementEntity, { id, serviceId, planId, state: 'proposed', ...words, ...days });
      if (facts.paths.length > 0)
        await tx.insert(
          RetirementPathEntity,
          facts.paths.map((path) => ({ retirementId: id, ...path })),
        );
      const retirement = await tx.findOneByOrFail(RetirementEntity, { id });
      await this.record(tx, act, 'service.retirementProposed', null, { ...retirement, paths: facts.paths });
      await this.notices.proposed(tx, act, service, retirement);
      return retirement;
    });
  }

  /**
   * Takes effect: subscribers are told, and new orders end on their day.
   *
   * @throws {DomainError} When the viewer proposed it, it does not wait, or its days or paths hold no longer.
   */
  decide(act: Act, id: string): Promise<RetirementEntity> {
    return this.database.transaction(async (tx) => {
      const { service, retirement } = await this.toChange(tx, act, id);
      await lockRoles(tx);
      const mode = decideRetirement(retirement, act.viewer, await countAdministratorsEver(tx, act.at));
      const paths = await tx.findBy(RetirementPathEntity, { retirementId: id });
      const facts = await retiringOf(tx, act, service, { ...retirement, paths }, id);
      const { closesOn, shortNoticeReason } = retirement;
      assertRetirementDays(retirement, { ...facts, shortNoticeReason });
      const decided = await this.changed(tx, act, 'service.retirementDecided', retirement, {
        state: 'decided',
        closesOn: closesOn === null || closesOn < facts.today ? facts.today : closesOn,
        decidedById: act.viewer.personId,
        decidedAt: act.at,
        bootstrap: mode === 'bootstrap',
      });
      await tx.query(KEEP_SUBSCRIBERS, [id]);
      await this.close(tx, act, service, decided, facts.today);
      await this.notices.decided(tx, act, service, decided);
      await this.notices.subscribers(tx, act, service, decided);
      await this.notices.orderers(tx, act, service, decided);
      await this.notices.bundleOwners(tx, act, service, decided);
      return decided;
    });
  }

  /** Withdraws a proposal, or undoes a decision through its last day: it is ordered again. `act` gives the reason. */
  takeBack(act: Act & { reason: string }, id: string): Promise<RetirementEntity> {
    return this.database.transaction(async (tx) => {
      const takenBackReason = reasonOf(act.reason);
      const { service, retirement } = await this.toChange(tx, act, id);
      const state = takenBack(retirement, await todayOf(tx, act.at));
      const words = { takenBackById: act.viewer.personId, takenBackAt: act.at, takenBackReason };
      const action = state === 'undone' ? 'service.retirementUndone' : 'service.retirementWithdrawn';
      const changed = await this.changed(tx, act, action, retirement, { state, ...words });
      if (state === 'withdrawn') await this.notices.decided(tx, act, service, changed);
      else {
        const isWhole = changed.planId === null && service.lifecycle === 'retiring';
        if (isWhole) await this.move(tx, act, service, 'undoRetiring');
        await this.notices.subscribers(tx, act, service, changed);
        await this.notices.orderers(tx, act, service, changed);
        await this.notices.bundleOwners(tx, act, service, changed);
        await this.jobs.enqueue(tx, 'migrationUndone', { retirementId: id });
      }
      return changed;
    });
  }

  /** A service stops taking orders on its day; a plan does by the retirement alone. */
  async close(
    tx: EntityManager,
    act: PublicAct,
    service: ServiceEntity,
    { planId, closesOn }: RetirementEntity,
    today: LocalDay,
  ): Promise<void> {
    if (planId === null && service.lifecycle === 'live' && closesOn! <= today)
      await this.move(tx, act, service, 'startRetiring');
  }

  /** @throws {DomainError} What holds the move up. */
  async move(tx: EntityManager, act: PublicAct, service: ServiceEntity, name: LifecycleMove): Promise<void> {
    const before = { ...service };
    service.lifecycle = moveService(await moveFacts(tx, service, act.at), name);
    await tx.save(service);
    const subject = { type: 'service', id: service.id };
    await this.audit.record(tx, act, LIFECYCLE_MOVES[name].action, subject, before, service);
  }

  async changed(
    tx: EntityManager,
    act: PublicAct,
    action: string,
    before: RetirementEntity,
    change: Partial<RetirementEntity>,
  ): Promise<RetirementEntity> {
    await tx.update(RetirementEntity, { id: before.id }, change);
    const after = { ...before, ...change };
    await this.record(tx, act, action, before, after);
    return after;
  }

  /** @throws {DomainError} `NOT_FOUND` or `FORBIDDEN` */
  private async toChange(tx: EntityManager, act: Act, id: string) {
    const unknown = new DomainError('NOT_FOUND', 'There is no such retirement.', ['id']);
    const found = isUUID(id) ? await tx.findOneBy(RetirementEntity, { id }) : null;
    const lock = { mode: 'for_no_key_update' } as const;
    const service = found && (await tx.findOne(ServiceEntity, { where: { id: found.serviceId }, lock }));
    if (!service || !canSeeServiceVersions(act.viewer, service)) throw unknown;
    assertCanChangeService(act.viewer, service);
    // Read again under the lock: somebody may have decided in the meantime.
    return { service, retirement: await tx.findOneByOrFail(RetirementEntity, { id }) };
  }

  private record(
    tx: EntityManager,
    act: PublicAct,
    action: string,
    before: object | null,
    after: RetirementEntity & { paths?: unknown },
  ): Promise<void> {
    return this.audit.record(tx, act, action, { type: 'service', id: after.serviceId }, before, after);
  }
}

const KEEP_SUBSCRIBERS = `
  INSERT INTO retirement_subscriber (retirement_id, subscription_id, plan_id)
  SELECT path.retirement_id, b.id, b.plan_id FROM retirement_path path
    JOIN retirement r ON r.id = path.retirement_id
    JOIN subscription b ON b.plan_id = path.plan_id AND b.state <> 'ended' AND coalesce(b.ends_on > r.ends_on, true)
   WHERE path.retirement_id = $1`;
