import type { LocalDay, PriceComponent, PriceList } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** A price with the id that orders pin. */
export type PriceRow = PriceComponent & { readonly id: string };

/** A price list as it is kept. */
export interface PriceListRow extends PriceList<PriceRow> {
  readonly id: string;
  readonly planId: string;
  /** The last day for new orders; null = open. */
  readonly toDate: LocalDay | null;
}

/** The prices of list `l`, in their order, as JSON. */
export const PRICES_OF_LIST = `(
  SELECT coalesce(json_agg(json_build_object('id', e.id, 'kind', e.kind, 'label', e.label, 'amount', e.amount::text,
    'per', e.per, 'unitName', e.unit_name, 'tiers', e.tiers) ORDER BY e.position), '[]')
  FROM price_component e WHERE e.price_list_id = l.id)`;

/** The list from which pinned prices came; where there are none, nothing is known of it. */
export const sourceOf = (prices: string) => `
  LEFT JOIN price_component pinned ON pinned.id = (${prices}->0->>'id')::uuid
  LEFT JOIN price_list source ON source.id = pinned.price_list_id`;

/** Whether suspended days are charged by the list of {@link sourceOf}. */
export const SUSPENDED_IS_CHARGED = 'coalesce(source.suspended_is_charged, false)';

/** Whether list `l` holds for new orders on a day. */
export const holdsOn = (day: string) =>
  `l.withdrawn_at IS NULL AND ${day} BETWEEN l.from_date AND coalesce(l.to_date, 'infinity')`;

/** Today where the enterprise is. @param at The parameter that holds the instant, such as `$1`. */
export const dayOf = (at: string) =>
  `(SELECT (${at}::timestamptz AT TIME ZONE enterprise.time_zone)::date FROM enterprise)`;

/** Every list of plans that was not taken back, oldest first: what held, holds and is announced. */
export async function priceListsOf(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, PriceListRow[]>> {
  const rows: PriceListRow[] = await manager.query(
    `SELECT l.id, l.plan_id AS "planId", l.plan_version AS "planVersion", l.from_date::text AS "fromDate",
            l.to_date::text AS "toDate", l.suspended_is_charged AS "suspendedIsCharged", l.subscribers_from::text AS "subscribersFrom", ${PRICES_OF_LIST} AS prices
       FROM price_list l WHERE l.plan_id = ANY ($1::uuid[]) AND l.withdrawn_at IS NULL ORDER BY l.from_date`,
    [planIds],
  );
  return new Map(planIds.map((id) => [id, rows.filter(({ planId }) => planId === id)]));
}
