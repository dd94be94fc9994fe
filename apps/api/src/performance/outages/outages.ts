import {
  assertAllowed,
  assertForward,
  assertFree,
  assertHappened,
  assertRecent,
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
import { FreshEvidence } from '../alerts/fresh-evidence.js';
import { lockService } from '../lock-service.js';
import { OutageEntity } from './outage.entity.js';
import { relieve } from './relieve.js';

export interface NewOutage {
  serviceId: string;
  from: Date;
  to?: Date | null;
  cause: string;
  /** Who tells of it; null = people record it by hand. */
  toldBy?: string | null;
}

export interface OutageChange {
  from?: Date | null;
  /** null = it has not ended after all. */
  to?: Date | null;
  cause?: string | null;
  reason: string;
}

/** When services were down. */
@Injectable()
export class Outages {
  constructor(
    private readonly database: Database,
    private readonly evidence: FreshEvidence,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, or the time is reversed, in the future, long past, or another outage's. */
  record(act: Act, outage: NewOutage): Promise<OutageEntity> {
    return this.database.transaction((tx) => this.recordIn(tx, act, outage));
  }

  /** As `record`, within a transaction that does more. */
  async recordIn(
    tx: EntityManager,
    act: Act,
    { serviceId, from, to = null, cause, toldBy = null }: NewOutage,
  ): Promise<OutageEntity> {
    assertAllowed(mayMeasure(act.viewer, await lockService(tx, serviceId)), 'record outages of this service');
    const outage = tx.create(OutageEntity, {
      id: uuidv7(act.at),
      serviceId,
      fromAt: from,
      toAt: to,
      cause,
      toldBy,
      recordedById: act.viewer.personId,
      recordedAt: act.at,
      endedAt: null,
      endedReason: null,
    });
    assertRecent({ from }, act.at);
    await assertPossible(tx, outage, act.at);
    await tx.insert(OutageEntity, outage);
    await this.evidence.judge(tx, touchedBy(act.at, outage), act.at);
    await this.audit.record(tx, act, 'outage.recorded', { type: 'outage', id: outage.id }, null, outage);
    return outage;
  }

  /** Omitted fields stay as they are. @throws {DomainError} As `record` and `relieve`, or when it was ended. */
  change(act: Act, id: string, change: OutageChange): Promise<OutageEntity> {
    return this.database.transaction((tx) => this.changeIn(tx, act, id, change));
  }

  /** As `change`, within a transaction that does more. */
  changeIn(tx: EntityManager, act: Act, id: string, { from, to, cause, reason }: OutageChange): Promise<OutageEntity> {
    return this.write(tx, act, id, 'outage.changed', reason, async (outage) => {
      if (from && from < outage.fromAt) assertRecent({ from }, act.at);
      if (from) outage.fromAt = from;
      if (to !== undefined) outage.toAt = to;
      if (cause) outage.cause = cause;
      await assertPossible(tx, outage, act.at);
    });
  }

  /** It was recorded by mistake: it counts no longer. @throws {DomainError} As `relieve`, or when it was ended. */
  end(act: Act, id: string, reason: string): Promise<OutageEntity> {
    return this.database.transaction((tx) =>
      this.write(tx, act, id, 'outage.ended', reason, async (outage) => {
        outage.endedAt = act.at;
        outage.endedReason = reason;
      }),
    );
  }

  private async write(
    tx: EntityManager,
    act: Act,
    id: string,
    action: string,
    reason: string,
    change: (outage: OutageEntity) => Promise<void>,
  ): Promise<OutageEntity> {
    assertText(reason, 'reason');
    const outage = await locked(tx, OutageEntity, id, 'outage');
    const service = await lockService(tx, outage.serviceId);
    assertAllowed(mayMeasure(act.viewer, service), 'change outages of this service');
    if (outage.endedAt)
      throw new DomainError('ENDED', 'This outage was recorded by mistake and counts no longer.', ['id']);
    const before = { ...outage };
    await change(outage);
    await relieve(tx, { ...act, reason }, service, before, outage);
    await tx.save(outage);
    await this.evidence.judge(tx, touchedBy(act.at, before, outage), act.at);
    await this.audit.record(tx, { ...act, reason }, action, { type: 'outage', id }, before, outage);
    return outage;
  }
}

async function assertPossible(
  tx: EntityManager,
  { id, serviceId, fromAt: from, toAt: to, cause, toldBy }: OutageEntity,
  at: Date,
): Promise<void> {
  assertText(cause, 'cause');
  assertForward({ from, to });
  assertHappened({ from, to }, at);
  const [other] = await tx.query(
    `SELECT from_at AS "from", to_at AS "to" FROM outage
     WHERE service_id = $1 AND id <> $2 AND ended_at IS NULL AND tstzrange(from_at, to_at) && tstzrange($3, $4)
       AND ($5::text IS NULL OR coalesce(told_by, $5) = $5) ORDER BY from_at LIMIT 1`,
    [serviceId, id, from, to, toldBy],
  );
  assertFree('an outage', other);
}

function touchedBy(at: Date, ...outages: readonly Pick<OutageEntity, 'serviceId' | 'fromAt' | 'toAt'>[]) {
  const from = Math.min(...outages.map(({ fromAt }) => fromAt.getTime()));
  const to = Math.max(...outages.map(({ toAt }) => (toAt ?? at).getTime()));
  return { serviceIds: [outages[0]!.serviceId], from: new Date(from), to: new Date(to) };
}
