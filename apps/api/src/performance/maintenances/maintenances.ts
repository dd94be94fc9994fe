import {
  assertAllowed,
  assertForward,
  assertFree,
  assertMaintenanceLength,
  assertNotMeasuredIn,
  assertPlanned,
  assertText,
  DomainError,
  mayMeasure,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { locked } from '../../people/locked.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import { Evaluation } from '../evaluation/evaluation.js';
import { lockService } from '../lock-service.js';
import { MaintenanceEntity } from './maintenance.entity.js';

export interface NewMaintenance {
  serviceId: string;
  from: Date;
  to: Date;
  description: string;
  /** The event of a calendar that announces it; omitted where a person does. */
  event?: { uid: string; sequence: number; pullId: string | null };
}

/** Announced work on services. */
@Injectable()
export class Maintenances {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not or is measured by it, or the time is reversed, not ahead, too long, or another maintenance's, or an outage runs. */
  announce(act: Act, maintenance: NewMaintenance): Promise<MaintenanceEntity> {
    return this.database.transaction((tx) => this.announceIn(tx, act, maintenance));
  }

  /** As `announce`, within a transaction that does more. */
  async announceIn(
    tx: EntityManager,
    act: Act,
    { serviceId, from, to, description, event }: NewMaintenance,
  ): Promise<MaintenanceEntity> {
    const service = await lockService(tx, serviceId);
    assertAllowed(mayMeasure(act.viewer, service), 'announce maintenance of this service');
    assertNotMeasuredIn(act.viewer, service, { from, to }, 'announce its maintenance');
    assertText(description, 'description');
    assertForward({ from, to });
    assertPlanned({ from, to }, await runningOutage(tx, serviceId, act.at), act.at);
    assertMaintenanceLength({ from, to });
    const [other] = await tx.query(
      `SELECT from_at AS "from", to_at AS "to" FROM maintenance
         WHERE service_id = $1 AND cancelled_at IS NULL AND tstzrange(from_at, to_at) && tstzrange($2, $3) LIMIT 1`,
      [serviceId, from, to],
    );
    assertFree('maintenance', other);
    const maintenance = tx.create(MaintenanceEntity, {
      id: uuidv7(act.at),
      serviceId,
      fromAt: from,
      toAt: to,
      description,
      announcedById: act.viewer.personId,
      announcedAt: act.at,
      cancelledAt: null,
      cancelReason: null,
      eventUid: event?.uid ?? null,
      eventSequence: event?.sequence ?? null,
      eventIsGone: false,
      pullId: event?.pullId ?? null,
    });
    await tx.insert(MaintenanceEntity, maintenance);
    await this.evaluation.reevaluate(tx, { serviceIds: [serviceId], from, to }, act.at);
    await this.audit.record(
      tx,
      act,
      'maintenance.announced',
      { type: 'maintenance', id: maintenance.id },
      null,
      maintenance,
    );
    return maintenance;
  }

  /** Its time counts again. @throws {DomainError} When the viewer may not or is measured by it, or it was cancelled already. */
  cancel(act: Act, id: string, reason: string): Promise<MaintenanceEntity> {
    return this.database.transaction((tx) => this.cancelIn(tx, act, id, reason));
  }

  /** As `cancel`, within a transaction that does more. */
  async cancelIn(tx: EntityManager, act: Act, id: string, reason: string): Promise<MaintenanceEntity> {
    assertText(reason, 'reason');
    const maintenance = await locked(tx, MaintenanceEntity, id, 'maintenance');
    const service = await lockService(tx, maintenance.serviceId);
    assertAllowed(mayMeasure(act.viewer, service), 'cancel maintenance of this service');
    const time = { from: maintenance.fromAt, to: maintenance.toAt };
    assertNotMeasuredIn(act.viewer, service, time, 'cancel its maintenance');
    if (maintenance.cancelledAt)
      throw new DomainError('ALREADY_CANCELLED', 'This maintenance was cancelled already.', ['id']);
    const before = { ...maintenance };
    maintenance.cancelledAt = act.at;
    maintenance.cancelReason = reason;
    await tx.save(maintenance);
    const { serviceId, fromAt: from, toAt: to } = maintenance;
    await this.evaluation.reevaluate(tx, { serviceIds: [serviceId], from, to }, act.at);
    await this.audit.record(
      tx,
      { ...act, reason },
      'maintenance.cancelled',
      { type: 'maintenance', id },
      before,
      maintenance,
    );
    return maintenance;
  }
}

async function runningOutage(tx: EntityManager, serviceId: string, at: Date): Promise<{ from: Date } | undefined> {
  const [running] = await tx.query(
    `SELECT from_at AS "from" FROM outage
     WHERE service_id = $1 AND ended_at IS NULL AND from_at <= $2 AND (to_at IS NULL OR to_at > $2)`,
    [serviceId, at],
  );
  return running;
}
