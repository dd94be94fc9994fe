import { assertCanRecordUsage, DomainError, isOutsider } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { Decimal } from 'decimal.js';
import type { EntityManager } from 'typeorm';
import { todayOf } from '../../people/today.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { uuidv7 } from '../../platform/uuid.js';
import type { UsageRecordEntity } from './usage-record.entity.js';
import { type KnownUsage, readKnownUsage, unitsKey } from './known-usage.js';

export interface MeasuredUse {
  subscriptionId: string;
  unitName: string;
  day: string;
  quantity: string;
  externalId: string;
  /** What the source called the record that this one corrects. */
  corrects?: string | null;
}

/** What became of what was told: there already, in the same words, where it is not new. */
export type Taken = { usage: UsageRecordEntity; isNew: boolean } | { refusal: DomainError };

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
  record(act: Act, { source, ...use }: MeasuredUse & { source: string }): Promise<UsageRecordEntity> {
    return this.database.transaction(async (tx) => {
      const [taken] = await this.take(tx, act, source, [use]);
      if ('refusal' in taken!) throw taken.refusal;
      const { usage, isNew } = taken!;
      if (isNew) await this.audit.record(tx, act, 'usage.recorded', { type: 'usageRecord', id: usage.id }, null, usage);
      return usage;
    });
  }

  /**
   * What a source tells, row by row as it stands, within a transaction of the caller, who keeps the audit. What is refused
   * leaves the rest as it is.
   */
  async take(tx: EntityManager, act: Act, source: string, uses: readonly MeasuredUse[]): Promise<Taken[]> {
    // One teller a source: what two tell at once, the second finds.
    await tx.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 0))', [`usage of ${source}`]);
    const known = await readKnownUsage(tx, source, uses);
    const today = await todayOf(tx, act.at);
    const taken = uses.map((use) => takenOf(act, source, use, known, today));
    const added = taken.flatMap((row) => ('usage' in row && row.isNew ? [row.usage] : []));
    if (added.length > 0) await tx.query(ADD, [JSON.stringify(added)]);
    return taken;
  }
}

const ADD = `
  INSERT INTO usage_record
      (id, subscription_id, unit_name, day, quantity, source, external_id, corrects_id, at, by_id)
    SELECT r.id, r."subscriptionId", r."unitName", r.day, r.quantity, r.source, r."externalId", r."correctsId", r.at, r."byId"
      FROM json_to_recordset($1) r(id uuid, "subscriptionId" uuid, "unitName" text, day date, quantity numeric, source text,
        "externalId" text, "correctsId" uuid, at timestamptz, "byId" uuid)`;

function takenOf(act: Act, source: string, use: MeasuredUse, known: KnownUsage, today: string): Taken {
  try {
    return recorded(act, source, use, known, today);
  } catch (error) {
    if (error instanceof DomainError) return { refusal: error };
    throw error;
  }
}

function recorded(act: Act, source: string, use: MeasuredUse, known: KnownUsage, today: string): Taken {
  const { subscriptionId, unitName, day, quantity, externalId } = use;
  const service = known.services.get(subscriptionId);
  if (!service || isOutsider(act.viewer))
    throw new DomainError('NOT_FOUND', 'There is no such subscription.', ['subscriptionId']);
  assertCanRecordUsage(act.viewer, service);
  assertQuantity(quantity);
  const told = known.records.get(externalId);
  const corrected = correctedBy(source, use, known, told);
  if (told) {
    if (isSame(told, use, corrected)) return { usage: told, isNew: false };
    const sentence = `${source} told of ${externalId} before, and said something else; a correction has an id of its own.`;
    throw new DomainError('TOLD_OTHERWISE', sentence, ['externalId']);
  }
  assertMeasured(use, known, today);
  const usage: UsageRecordEntity = {
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
  };
  known.records.set(externalId, usage);
  if (corrected) known.corrections.set(corrected.id, usage.id);
  return { usage, isNew: true };
}

function correctedBy(
  source: string,
  { corrects, subscriptionId, unitName }: MeasuredUse,
  { records, corrections }: KnownUsage,
  told: UsageRecordEntity | undefined,
): UsageRecordEntity | null {
  if (!corrects) return null;
  const corrected = records.get(corrects);
  if (!corrected || corrected.subscriptionId !== subscriptionId || corrected.unitName !== unitName) {
    const sentence = `${source} never told of ${corrects} for this subscription and unit.`;
    throw new DomainError('NOTHING_TO_CORRECT', sentence, ['corrects']);
  }
  const next = corrections.get(corrected.id);
  if (next && next !== told?.id)
    throw new DomainError('CORRECTED_ALREADY', 'This was corrected already; correct the correction.', ['corrects']);
  return corrected;
}

function isSame(told: UsageRecordEntity, use: MeasuredUse, corrected: UsageRecordEntity | null): boolean {
  return (
    told.subscriptionId === use.subscriptionId &&
    told.unitName === use.unitName &&
    told.day === use.day &&
    new Decimal(told.quantity).eq(use.quantity) &&
    told.correctsId === (corrected?.id ?? null)
  );
}

function assertQuantity(text: string): void {
  const quantity = new Decimal(text);
  if (quantity.isNegative() || quantity.gte(MOST) || quantity.decimalPlaces() > FINEST)
    throw new DomainError('WRONG_QUANTITY', 'From nothing to a thousand billion, with 12 decimals at most.', [
      'quantity',
    ]);
}

/** Used on a day on which the subscription had a price that counts such units. */
function assertMeasured({ subscriptionId, unitName, day }: MeasuredUse, { units }: KnownUsage, today: string): void {
  if (day > today) throw new DomainError('IN_THE_FUTURE', 'What was used has been used by now.', ['day']);
  const held = units.get(unitsKey(subscriptionId, day)) ?? [];
  if (held.includes(unitName)) return;
  const counted = held.length === 0 ? 'nothing that is measured' : `only ${held.join(' and ')}`;
  throw new DomainError('NOT_MEASURED', `On that day the subscription paid for ${counted}.`, ['unitName']);
}
