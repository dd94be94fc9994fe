import {
  chargedWhileSuspended,
  dayBefore,
  priceListChange,
  type LocalDay,
  type PlanDefinition,
  type PlanPrices,
  type PriceListChange,
} from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { isDeepStrictEqual } from 'node:util';
import type { Act } from '../../platform/act/act.js';
import type { Audit } from '../../platform/audit/audit.js';
import { uuidv7 } from '../../platform/uuid.js';
import { PlanEntity } from '../plans/plan.entity.js';
import { type ChangedPromise, promisesOfPlans, writePromise } from '../plans/plan-promises.js';
import { priceListsOf, type PriceListRow } from '../plans/plan-prices.js';
import type { Promised } from '../plans/promised.js';
import { PriceComponentEntity } from '../plans/price-component.entity.js';
import { PriceListEntity } from '../plans/price-list.entity.js';
import { retiredPlans } from '../retirement/retiring.js';
import type { NamedInPlan } from './named-in-plans.js';

/** What a publication goes by. */
export interface Publication {
  serviceId: string;
  versionId: string;
  plans: readonly PlanDefinition[];
  /** In the order of the plans. */
  named: readonly NamedInPlan[];
  today: LocalDay;
  /** Of the version, and of the one before. */
  noticeDays: number;
  /** Before the publication. */
  promised: readonly Promised[];
  /** Whether nobody ever ordered the service. */
  mayBackdate: boolean;
}

/** A plan whose prices a publication changed. */
export interface ChangedPrices {
  plan: PlanEntity;
  /** Those before. */
  lists: readonly PriceListRow[];
  change: PriceListChange<PriceListRow>;
  charges: PlanPrices;
}

export interface Published {
  changed: ChangedPrices[];
  promised: ChangedPromise[];
}

/**
 * Writes plans and prices as a version says, within the transaction that publishes it. The service is locked, so that
 * nobody orders meanwhile. A plan that the version leaves out ends; who has it keeps it.
 */
export async function publishPlans(
  tx: EntityManager,
  act: Act,
  audit: Audit,
  publication: Publication,
): Promise<Published> {
  const { serviceId, plans, named } = publication;
  const known = await tx.findBy(PlanEntity, { serviceId });
  const retired = await retiredPlans(tx, serviceId);
  const planIds = known.map(({ id }) => id);
  const lists = await priceListsOf(tx, planIds);
  const promises = await promisesOfPlans(tx, planIds);
  const record = (action: string, before: object | null, after: PlanEntity & { prices?: unknown }) =>
    audit.record(tx, act, action, { type: 'plan', id: after.id }, before, after);

  const changed: ChangedPrices[] = [];
  const promised: ChangedPromise[] = [];
  for (const [position, definition] of plans.entries()) {
    const before = known.find(({ slug }) => slug === definition.slug);
    const on = promisesOf(before, publication);
    const change = priceListChange(before ? lists.get(before.id)! : [], definition, on);
    // What was retired stays so, whatever a version says.
    const endedAt = before && retired.has(before.slug) ? before.endedAt : null;
    const columns = { ...columnsOf(definition, named[position]!), endedAt };
    const plan = await written(tx, act, {
      serviceId,
      position,
      columns,
      definition,
      before,
      repriced: change !== null,
    });
    if (change) {
      await writeList(tx, act, publication, plan, definition, change);
      changed.push({ plan, lists: before ? lists.get(before.id)! : [], change, charges: planPricesOf(definition) });
    }
    const other = await writePromise(tx, plan, promises.get(plan.id) ?? [], { ...on, promised: publication.promised });
    if (other) promised.push(other);
    if (before?.version === plan.version) continue;
    await record(before ? 'plan.changed' : 'plan.added', before ?? null, { ...plan, prices: definition.prices });
  }
  for (const plan of known) {
    if (plan.endedAt || plans.some(({ slug }) => slug === plan.slug)) continue;
    const ended = await tx.save(PlanEntity, { ...plan, endedAt: act.at });
    await record('plan.ended', plan, ended);
  }
  return { changed, promised };
}

export const planPricesOf = (plan: PlanDefinition): PlanPrices => ({
  prices: plan.prices,
  suspendedIsCharged: chargedWhileSuspended(plan),
});

/** By which a change of the plan goes: who subscribed under a longer notice keeps it. */
export function promisesOf(
  plan: PlanEntity | undefined,
  { today, noticeDays, promised, mayBackdate }: Pick<Publication, 'today' | 'noticeDays' | 'promised' | 'mayBackdate'>,
) {
  if (!plan) return { today, noticeDays, mayBackdate, paid: [] };
  const ours = promised.filter(({ planId }) => planId === plan.id);
  const paid = new Map(ours.map((one) => [JSON.stringify(one.prices), one]));
  const longest = ours.reduce((most, { noticeDays: days }) => Math.max(most, days), noticeDays);
  return { today, noticeDays: longest, mayBackdate, paid: [...paid.values()] };
}

type PlanColumns = ReturnType<typeof columnsOf> & Pick<PlanEntity, 'endedAt'>;

function columnsOf(definition: PlanDefinition, named: NamedInPlan) {
  const { name, description, delivery, term, limits = [], priceOnRequest = false, endsOn } = definition;
  const { agreementId, deliveryCalendarId } = named;
  return {
    name,
    description,
    agreementId,
    deliveryHours: delivery?.targetHours ?? null,
    deliveryCalendarId,
    termMonths: term?.months ?? null,
    renewal: term?.renewal ?? null,
    limits,
    priceOnRequest,
    endsOn,
  };
}

interface Wanted {
  serviceId: string;
  position: number;
  columns: PlanColumns;
  definition: PlanDefinition;
  before: PlanEntity | undefined;
  repriced: boolean;
}

/** The plan as it is now; its version grew by one when anything of it changed, and only then. */
async function written(
  tx: EntityManager,
  act: Act,
  { serviceId, position, columns, definition, before, repriced }: Wanted,
): Promise<PlanEntity> {
  const { slug, currency } = definition;
  if (!before) {
    const plan = tx.create(PlanEntity, { id: uuidv7(act.at), serviceId, slug, currency, position, ...columns });
    await tx.insert(PlanEntity, plan);
    return plan;
  }
  // Where it stands among the others is nothing that a subscriber has.
  if (before.position !== position)
    await tx.query('UPDATE plan SET position = $2 WHERE id = $1', [before.id, position]);
  const differs = (Object.keys(columns) as (keyof PlanColumns)[]).some(
    (name) => !isDeepStrictEqual(columns[name], before[name]),
  );
  const plan = { ...before, ...columns, position };
  if (differs) return tx.save(PlanEntity, plan);
  if (!repriced) return plan;
  await tx.increment(PlanEntity, { id: before.id }, 'version', 1);
  return tx.findOneByOrFail(PlanEntity, { id: before.id });
}

/** Of the lists that were not taken back. */
const PASS_OVER = `
  UPDATE price_list SET subscribers_from = NULL
   WHERE plan_id = $1 AND withdrawn_at IS NULL AND subscribers_from > $2::date`;

async function writeList(
  tx: EntityManager,
  act: Act,
  { versionId, today }: Publication,
  plan: PlanEntity,
  definition: PlanDefinition,
  { takenBack, current, onRequestFrom, next }: PriceListChange<PriceListRow>,
): Promise<void> {
  for (const { id } of takenBack) await tx.update(PriceListEntity, { id }, { withdrawnAt: act.at });
  const ends = next?.fromDate ?? onRequestFrom;
  if (current) await tx.update(PriceListEntity, { id: current.id }, { toDate: ends && dayBefore(ends) });
  if (!next) return;
  // Older lists that have not reached subscribers never will: the new one takes their place.
  await tx.query(PASS_OVER, [plan.id, today]);
  const { fromDate, subscribersFrom } = next;
  const id = uuidv7(act.at);
  await tx.insert(PriceListEntity, {
    id,
    planId: plan.id,
    versionId,
    planVersion: plan.version,
    fromDate,
    toDate: null,
    subscribersFrom,
    suspendedIsCharged: chargedWhileSuspended(definition),
    withdrawnAt: null,
  });
  const rows = definition.prices.map(({ tiers = null, ...price }, position) => ({
    ...price,
    id: uuidv7(act.at),
    priceListId: id,
    position,
    tiers: tiers && [...tiers],
  }));
  await tx.insert(PriceComponentEntity, rows);
}
