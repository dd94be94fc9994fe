import { limitsOf, type LocalDay, withLimits } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { PRICES_OF_LIST, type PriceRow, sourceOf, SUSPENDED_IS_CHARGED } from './plan-prices.js';
import type { Promised } from './promised.js';

/** Somebody who has a plan, with what is paid on a day. */
export interface Subscriber extends Promised {
  subscriptionId: string;
  unitId: string;
  quantity: number;
  state: 'active' | 'suspended';
  /** A price list that has reached it by the day, and is not yet in its history. */
  reached: { fromDate: LocalDay; planVersion: number } | null;
}

/** Whose; of everybody when nothing is said. */
export interface WhichSubscribers {
  planIds?: readonly string[];
  subscriptionIds?: readonly string[];
}

/**
 * Subscriptions with what they pay on a day, today or ahead: as their history says, or by the newest price list that has
 * reached them since. Which list their prices came from the prices tell; where there are none, the day of the history does.
 *
 * @param lock Keeps others from changing them until the transaction ends.
 */
export async function subscribersOf(
  manager: EntityManager,
  { planIds, subscriptionIds }: WhichSubscribers,
  day: LocalDay,
  lock = false,
): Promise<Subscriber[]> {
  const parameters = new Parameters();
  const on = `${parameters.add(day)}::date`;
  const among = (column: string, ids?: readonly string[]) =>
    ids ? `AND ${column} = ANY (${parameters.add(ids)}::uuid[])` : '';
  const rows: (Subscriber & { had: PriceRow[] })[] = await manager.query(
    `SELECT s.id AS "subscriptionId", c.plan_id AS "planId", s.unit_id AS "unitId", c.quantity, c.state,
            s.plan_version AS "planVersion", s.notice_days AS "noticeDays", s.ends_on::text AS "endsOn", ARRAY[s.owner_id, s.beneficiary_id]::text[] AS "personIds",
            c.prices AS had, CASE WHEN l.id IS NULL THEN c.prices::json ELSE ${PRICES_OF_LIST} END AS prices,
            coalesce(l.suspended_is_charged, ${SUSPENDED_IS_CHARGED}) AS "suspendedIsCharged",
            CASE WHEN l.id IS NULL THEN NULL ELSE json_build_object(
              'fromDate', greatest(l.subscribers_from, c.from_date), 'planVersion', l.plan_version) END AS reached
       FROM subscription s
       JOIN LATERAL (
         SELECT * FROM subscription_change WHERE subscription_id = s.id AND from_date <= ${on}
          ORDER BY from_date DESC, id DESC LIMIT 1) c ON c.state <> 'ended'
       ${sourceOf('c.prices')}
       LEFT JOIN LATERAL (
         SELECT * FROM price_list newer
          WHERE newer.plan_id = c.plan_id AND newer.withdrawn_at IS NULL AND newer.subscribers_from <= ${on}
            AND (newer.from_date, newer.plan_version) >
                (coalesce(source.from_date, c.from_date), coalesce(source.plan_version, c.plan_version))
          ORDER BY newer.from_date DESC, newer.plan_version DESC LIMIT 1) l ON true
      WHERE s.state <> 'ended' ${among('s.plan_id', planIds)} ${among('s.id', subscriptionIds)}
      ORDER BY s.id ${lock ? 'FOR NO KEY UPDATE OF s' : ''}`,
    parameters.values,
  );
  return rows.map(({ had, ...row }) => ({
    ...row,
    prices: row.reached ? withLimits(row.prices, limitsOf(had, row.quantity)) : row.prices,
  }));
}
