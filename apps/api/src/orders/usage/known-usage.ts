import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { UsageRecordEntity } from './usage-record.entity.js';
import type { MeasuredUse } from './usage-records.js';

/** What is known of subscriptions and their usage, as far as some rows need it. */
export interface KnownUsage {
  /** By subscription. */
  readonly services: ReadonlyMap<string, { readonly id: string; readonly name: string }>;
  /** By what their source calls them. */
  readonly records: Map<string, UsageRecordEntity>;
  /** The record that took the place of another, by its id. */
  readonly corrections: Map<string, string>;
  /** What a subscription paid for by use on a day. */
  readonly units: ReadonlyMap<string, readonly string[]>;
}

export const unitsKey = (subscriptionId: string, day: string): string => `${subscriptionId} ${day}`;

/** Three statements, however many rows. */
export async function readKnownUsage(
  tx: EntityManager,
  source: string,
  uses: readonly MeasuredUse[],
): Promise<KnownUsage> {
  const told = uses.filter(({ subscriptionId }) => isUUID(subscriptionId));
  const subscriptionIds = [...new Set(told.map(({ subscriptionId }) => subscriptionId))];
  const services: { subscriptionId: string; id: string; name: string }[] = await tx.query(SERVICES, [subscriptionIds]);
  const names = [
    ...new Set(uses.flatMap(({ externalId, corrects }) => (corrects ? [externalId, corrects] : externalId))),
  ];
  const records: (UsageRecordEntity & { correctedById: string | null })[] = await tx.query(RECORDS, [source, names]);
  const days = new Map(told.map((use) => [unitsKey(use.subscriptionId, use.day), use]));
  const units: { subscriptionId: string; day: string; units: string[] }[] = await tx.query(UNITS, [
    [...days.values()].map(({ subscriptionId }) => subscriptionId),
    [...days.values()].map(({ day }) => day),
  ]);
  return {
    services: new Map(services.map(({ subscriptionId, ...service }) => [subscriptionId, service])),
    records: new Map(records.map(({ correctedById: _, ...record }) => [record.externalId, record])),
    corrections: new Map(records.flatMap(({ id, correctedById }) => (correctedById ? [[id, correctedById]] : []))),
    units: new Map(units.map((held) => [unitsKey(held.subscriptionId, held.day), held.units])),
  };
}

const SERVICES = `
  SELECT s.id AS "subscriptionId", v.id, v.name FROM subscription s JOIN service v ON v.id = s.service_id
   WHERE s.id = ANY ($1::uuid[])`;

const RECORDS = `
  SELECT r.id, r.subscription_id AS "subscriptionId", r.unit_name AS "unitName", r.day::text, r.quantity::text, r.source,
      r.external_id AS "externalId", r.corrects_id AS "correctsId", r.at, r.by_id AS "byId", n.id AS "correctedById"
    FROM usage_record r LEFT JOIN usage_record n ON n.corrects_id = r.id
   WHERE r.source = $1 AND r.external_id = ANY ($2)`;

const UNITS = `
  SELECT k.id AS "subscriptionId", k.day::text, ARRAY(
      SELECT p ->> 'unitName' FROM jsonb_array_elements(c.prices) p WHERE p ->> 'kind' = 'metered' AND c.state <> 'ended'
    ) AS units
    FROM unnest($1::uuid[], $2::date[]) k(id, day)
    CROSS JOIN LATERAL (
      SELECT prices, state FROM subscription_change
       WHERE subscription_id = k.id AND from_date <= k.day ORDER BY from_date DESC, id DESC LIMIT 1
    ) c`;
