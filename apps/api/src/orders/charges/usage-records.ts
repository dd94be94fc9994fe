import { assertCanRecordUsage, DomainError, isOutsider } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { ServiceEntity } from '../../catalog/services/service.entity.js';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { uuidv7 } from '../../platform/uuid.js';
import { SubscriptionEntity } from '../subscriptions/subscription.entity.js';
import { UsageRecordEntity } from './usage-record.entity.js';

export interface MeasuredUse {
  subscriptionId: string;
  unitName: string;
  day: string;
  quantity: string;
  source: string;
  externalId: string;
  /** What the source called the record that this one corrects. */
  corrects?: string | null;
}

const FINEST = 12;
const MOST = new Decimal('1e12');

/** What was measured of subscriptions: added, never changed; told twice it is there once. */
@Injectable()
export class UsageRecords {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, nothing counts such units then, or the source said something else before. */
  record(act: Act, use: MeasuredUse): Promise<UsageRecordEntity> {
    return this.database.transaction(async (tx) => {
      const { usage, isNew } = await this.take(tx, act, use, await todayOf(tx, act.at));
      if (isNew) await this.audit.record(tx, act, 'usage.recorded', { type: 'usageRecord', id: usage.id }, null, usage);
      return usage;
    });
  }

  /**
   * One record within a transaction of the caller, who keeps the audit.
   *
   * @returns The one that is there already, where the source told it before in the same words.
   */
  async take(
    tx: EntityManager,
    act: Act,
    use: MeasuredUse,
    today: string,
  ): Promise<{ usage: UsageRecordEntity; isNew: boolean }> {
    const { subscriptionId, unitName, day, quantity, source, externalId } = use;
    const subscription = isUUID(subscriptionId) ? await tx.findOneBy(SubscriptionEntity, { id: subscriptionId }) : null;
    if (!subscription || isOutsider(act.viewer))
      throw new DomainError('NOT_FOUND', 'There is no such subscription.', ['subscriptionId']);
    assertCanRecordUsage(act.viewer, await tx.findOneByOrFail(ServiceEntity, { id: subscription.serviceId }));
    assertQuantity(quantity);
    const known = await tx.findOneBy(UsageRecordEntity, { source, externalId });
    const corrected = await this.corrected(tx, use, known);
    if (known) {
      const isSame =
        known.subscriptionId === subscriptionId &&
        known.unitName === unitName &&
        known.day === day &&
        new Decimal(known.quantity).eq(quantity) &&
        known.correctsId === (corrected?.id ?? null);
      if (isSame) return { usage: known, isNew: false };
      const sentence = `${source} told of ${externalId} before, and said something else; a correction has an id of its own.`;
      throw new DomainError('TOLD_OTHERWISE', sentence, ['externalId']);
    }
    await assertMeasured(tx, use, today);
    const usage = tx.create(UsageRecordEntity, {
      id: uuidv7(act.at),
      subscriptionId,
      unitName,
      day,
      quantity,
      source,
      externalId,
      correctsId: corrected?.id ?? null,
      at: act.at,
      byId: act.viewer.personId,
    });
    const twice = new DomainError('TOLD_OTHERWISE', 'This was told at the same moment; tell it again.', ['externalId']);
    const again = new DomainError('CORRECTED_ALREADY', 'This was corrected already; correct the correction.', [
      'corrects',
    ]);
    await refusing('usage_record_corrects_key', again, () =>
      refusing('usage_record_external_key', twice, () => tx.insert(UsageRecordEntity, usage)),
    );
    return { usage, isNew: true };
  }

  private async corrected(
    tx: EntityManager,
    { source, corrects, subscriptionId, unitName }: MeasuredUse,
    known: UsageRecordEntity | null,
  ): Promise<UsageRecordEntity | null> {
    if (!corrects) return null;
    const corrected = await tx.findOneBy(UsageRecordEntity, { source, externalId: corrects });
    if (!corrected || corrected.subscriptionId !== subscriptionId || corrected.unitName !== unitName)
      throw new DomainError(
        'NOTHING_TO_CORRECT',
        `${source} never told of ${corrects} for this subscription and unit.`,
        ['corrects'],
      );
    const next = await tx.findOneBy(UsageRecordEntity, { correctsId: corrected.id });
    if (next && next.id !== known?.id)
      throw new DomainError('CORRECTED_ALREADY', 'This was corrected already; correct the correction.', ['corrects']);
    return corrected;
  }
}

function assertQuantity(text: string): void {
  const quantity = new Decimal(text);
  if (quantity.isNegative() || quantity.gte(MOST) || quantity.decimalPlaces() > FINEST)
    throw new DomainError('WRONG_QUANTITY', 'From nothing to a thousand billion, with 12 decimals at most.', [
      'quantity',
    ]);
}

const UNITS_ON_DAY = `
  SELECT ARRAY(
      SELECT p ->> 'unitName' FROM jsonb_array_elements(c.prices) p WHERE p ->> 'kind' = 'metered' AND c.state <> 'ended'
    ) AS units
    FROM subscription_change c WHERE c.subscription_id = $1 AND c.from_date <= $2::date
   ORDER BY c.from_date DESC, c.id DESC LIMIT 1`;

/** Used on a day on which the subscription had a price that counts such units. */
async function assertMeasured(
  tx: EntityManager,
  { subscriptionId, unitName, day }: MeasuredUse,
  today: string,
): Promise<void> {
  if (day > today) throw new DomainError('IN_THE_FUTURE', 'What was used has been used by now.', ['day']);
  const [held]: { units: string[] }[] = await tx.query(UNITS_ON_DAY, [subscriptionId, day]);
  const units = held?.units ?? [];
  if (units.includes(unitName)) return;
  const counted = units.length === 0 ? 'nothing that is measured' : `only ${units.join(' and ')}`;
  throw new DomainError('NOT_MEASURED', `On that day the subscription paid for ${counted}.`, ['unitName']);
}
