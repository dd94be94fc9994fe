import { assertCanChangeService, assertCanSeeSubscription, DomainError, moveOf, OPEN_STATES } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull, type EntityManager } from 'typeorm';
import { RetirementEntity } from '../../catalog/retirement/retirement.entity.js';
import { lockedService } from '../../catalog/services/locked-service.js';
import { viewerOfPerson } from '../../people/viewer-query.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Jobs } from '../../platform/jobs/jobs.js';
import { uuidv7 } from '../../platform/uuid.js';
import { lockOrder, readOrder } from '../locked-order.js';
import { OrderDrafts } from '../order-drafts.js';
import { OrderMoves } from '../order-moves.js';
import type { OrderRow } from '../order-rows.js';
import { wishOf } from '../order-wish.js';
import { Submissions } from '../submissions.js';
import { SubscriptionEntity } from '../subscriptions/subscription.entity.js';
import { MigrationRowEntity } from './migration-row.entity.js';
import { OPEN_MIGRATIONS } from './migration.loader.js';
import { MigrationRunEntity } from './migration-run.entity.js';
import { begunDraft, migrationWish } from './migration-wish.js';

/** From what retires to what takes its place: one order for each subscription, by who has it or by who manages it. */
@Injectable()
export class Migrations {
  constructor(
    private readonly database: Database,
    private readonly drafts: OrderDrafts,
    private readonly submissions: Submissions,
    private readonly moves: OrderMoves,
    private readonly jobs: Jobs,
    private readonly audit: Audit,
  ) {}

  /** The order as a draft of the viewer's, with all that is known of it; the same one as long as it is a draft. */
  draft(act: Act, subscriptionId: string): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const found = isUUID(subscriptionId) ? await tx.findOneBy(SubscriptionEntity, { id: subscriptionId }) : null;
      assertCanSeeSubscription(act.viewer, found, ['subscriptionId']);
      const wished = await migrationWish(tx, found!, act.at);
      const begun = await begunDraft(tx, subscriptionId, wished.successorId, act.viewer.personId);
      if (begun) return (await readOrder(tx, begun))!;
      return this.drafts.write(tx, act, await wishOf(tx, act, wished), wished.reason);
    });
  }

  /**
   * Orders for everybody who is left, one after the other.
   *
   * @throws {DomainError} When the viewer does not manage the service, it is not decided, or a run is under way.
   */
  migrateAll(act: Act, retirementId: string): Promise<RetirementEntity> {
    return this.database.transaction(async (tx) => {
      const unknown = new DomainError('NOT_FOUND', 'There is no such retirement.', ['id']);
      const retirement = isUUID(retirementId) ? await tx.findOneBy(RetirementEntity, { id: retirementId }) : null;
      if (!retirement) throw unknown;
      const service = await lockedService(tx, act.viewer, retirement.serviceId);
      assertCanChangeService(act.viewer, service);
      if (retirement.state !== 'decided')
        throw new DomainError('NOT_DECIDED', `This retirement is ${retirement.state}; there is nothing to migrate.`);
      if (await tx.existsBy(MigrationRunEntity, { retirementId, finishedAt: IsNull() }))
        throw new DomainError('UNDER_WAY', 'Everybody who is left is being migrated already.');
      const id = uuidv7(act.at);
      const startedById = act.viewer.personId;
      await tx.insert(MigrationRunEntity, { id, retirementId, startedById, startedAt: act.at });
      await tx.query(LEFT, [id, retirementId, OPEN_STATES]);
      const subject = { type: 'service', id: service.id };
      await this.audit.record(tx, act, 'service.migrationStarted', subject, null, { retirementId });
      await this.jobs.enqueue(tx, 'migration', { runId: id });
      return retirement;
    });
  }

  /** Goes on where it stopped; what was answered is not asked again. */
  @Job('migration')
  async run({ runId }: { runId: string }, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const { startedById } = await this.database.read.findOneByOrFail(MigrationRunEntity, { id: runId });
    const viewer = await viewerOfPerson(this.database.read, startedById, at);
    const waiting: { id: string }[] = await this.database.read.query(WAITING, [runId]);
    for (const { id } of viewer ? waiting : []) await this.migrateOne({ viewer: viewer!, at }, runId, id);
    await this.database.read.update(MigrationRunEntity, { id: runId }, { finishedAt: at });
  }

  /** What was ordered to leave something that stays after all is taken back while it is open; those concerned are told. */
  @Job('migrationUndone')
  async undo({ retirementId }: { retirementId: string }, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const { takenBackReason } = await this.database.read.findOneByOrFail(RetirementEntity, { id: retirementId });
    const reason = `What it leads away from stays after all: ${takenBackReason} Nothing changes, and its money is free.`;
    const open: { id: string }[] = await this.database.read.query(OPEN_MIGRATIONS, [[retirementId], OPEN_STATES]);
    for (const { id } of open)
      await this.database.transaction(async (tx) => {
        await lockOrder(tx, id);
        const order = (await readOrder(tx, id))!;
        if (!moveOf('takeBack').from.includes(order.state)) return;
        const words = { party: 'nobody', reason, columns: { acceptBy: null } } as const;
        await this.moves.make(tx, { viewer: null, at }, order, 'takeBack', words);
      });
  }

  private async migrateOne(act: Act, runId: string, subscriptionId: string): Promise<void> {
    const row = { runId, subscriptionId };
    try {
      await this.database.transaction(async (tx) => {
        const { id: orderId } = await this.order(tx, act, subscriptionId);
        await tx.update(MigrationRowEntity, row, { orderId });
      });
    } catch (error) {
      if (!(error instanceof DomainError)) throw error;
      await this.database.read.update(MigrationRowEntity, row, { refusal: error.message });
    }
  }

  private async order(tx: EntityManager, act: Act, subscriptionId: string): Promise<OrderRow> {
    const subscription = await tx.findOneByOrFail(SubscriptionEntity, { id: subscriptionId });
    const wished = await migrationWish(tx, subscription, act.at);
    const wish = await wishOf(tx, act, wished, 'manager');
    const { id, version } = await this.drafts.write(tx, act, wish, wished.reason);
    return this.submissions.submitIn(tx, act, id, version, 'manager');
  }
}

/** Who changes what they have already is left to that order; who leaves by the last day is left alone. */
const LEFT = `
  INSERT INTO migration_row (run_id, subscription_id)
  SELECT $1, b.id FROM retirement_path path JOIN retirement r ON r.id = path.retirement_id
    JOIN subscription b ON b.plan_id = path.plan_id AND b.state <> 'ended' AND coalesce(b.ends_on > r.ends_on, true)
   WHERE path.retirement_id = $2 AND NOT EXISTS (
     SELECT FROM order_item i JOIN service_order o ON o.id = i.order_id
      WHERE i.subscription_id = b.id AND i.kind <> 'subscribe' AND o.state = ANY ($3))`;

const WAITING = `
  SELECT r.subscription_id AS id FROM migration_row r WHERE r.run_id = $1 AND num_nonnulls(r.order_id, r.refusal) = 0
   ORDER BY r.subscription_id`;
