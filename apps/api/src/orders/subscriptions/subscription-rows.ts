import { heldUntil, limitsOf, type Renewal, sameLimits, type Subscribed, type SubscriptionState } from '@accord/domain';
import { sourceOf, SUSPENDED_IS_CHARGED } from '../../catalog/plans/plan-prices.js';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../../platform/act/act.js';
import type { PinnedPrice } from '../order.entity.js';

/** A subscription as it is today, with the prices that its history tells of today. */
export interface SubscriptionRow {
  id: string;
  serviceId: string;
  planId: string;
  planVersion: number;
  quantity: number;
  unitId: string;
  beneficiaryId: string;
  ownerId: string;
  state: SubscriptionState;
  startedAt: Date;
  startedOn: string;
  /** First day of the first term; null without one. */
  termsFrom: string | null;
  renewsOn: string | null;
  endsOn: string | null;
  /** Whether suspended days are charged as well. */
  suspendedIsCharged: boolean;
  termMonths: number | null;
  /** Whether it renews by itself; null without a term. */
  renewal: Renewal | null;
  /** Calendar days from a termination to the end. */
  noticeDays: number;
  version: number;
  currency: string;
  prices: PinnedPrice[];
  /** Number of the open order that changes it; null = none. */
  busyWith: number | null;
  /** What is written of it for a later day, by what was accepted already; null = nothing, or its end. */
  ahead: { from: string; planId: string; quantity: number; prices: PinnedPrice[] } | null;
}

/** What it becomes on a later day; null = it stays what it is, if at other prices. */
export function becomes({ planId, quantity, prices, ahead }: SubscriptionRow): SubscriptionRow['ahead'] {
  const isSame = (one: NonNullable<typeof ahead>) =>
    one.planId === planId &&
    one.quantity === quantity &&
    sameLimits(limitsOf(one.prices, quantity), limitsOf(prices, quantity));
  return ahead && isSame(ahead) ? null : ahead;
}

/** As it is before an order changes it. */
export const subscribedOf = (row: SubscriptionRow): Subscribed & Pick<SubscriptionRow, 'endsOn' | 'currency'> => ({
  ...row,
  ahead: becomes(row),
  paidTo: heldUntil(row, row.suspendedIsCharged),
});

const OPEN = `'submitted', 'awaitingApproval', 'needsInformation', 'approved', 'scheduled', 'fulfilling', 'onHold', 'delivered'`;

/** Subscriptions `b` as they are at the instant `$1`. */
export const SUBSCRIPTIONS = `
  SELECT b.id, b.service_id AS "serviceId", b.plan_id AS "planId", b.plan_version AS "planVersion", b.quantity,
    b.unit_id AS "unitId", b.beneficiary_id AS "beneficiaryId", b.owner_id AS "ownerId",
    CASE WHEN b.ends_on < d.today THEN 'ended' ELSE b.state END AS state, b.started_at AS "startedAt",
    b.started_on::text AS "startedOn", b.terms_from::text AS "termsFrom", b.renews_on::text AS "renewsOn", b.ends_on::text AS "endsOn", ${SUSPENDED_IS_CHARGED} AS "suspendedIsCharged", b.term_months AS "termMonths", b.renewal, b.notice_days AS "noticeDays", b.version,
    p.currency, coalesce(h.prices, '[]') AS prices, (
      SELECT o.number FROM order_item i JOIN service_order o ON o.id = i.order_id
       WHERE i.subscription_id = b.id AND i.kind <> 'subscribe' AND o.state IN (${OPEN}) LIMIT 1
    ) AS "busyWith",
    CASE WHEN a.state <> 'ended'
      THEN json_build_object('from', a.from_date, 'planId', a.plan_id, 'quantity', a.quantity, 'prices', a.prices)
    END AS ahead
    FROM subscription b JOIN plan p ON p.id = b.plan_id
    CROSS JOIN (SELECT ($1::timestamptz AT TIME ZONE time_zone)::date AS today FROM enterprise) d
    LEFT JOIN LATERAL (
      SELECT c.prices FROM subscription_change c WHERE c.subscription_id = b.id AND c.from_date <= d.today
       ORDER BY c.from_date DESC, c.id DESC LIMIT 1
    ) h ON true
    LEFT JOIN LATERAL (
      SELECT c.from_date, c.plan_id, c.quantity, c.state, c.prices FROM subscription_change c
       WHERE c.subscription_id = b.id AND c.from_date > d.today ORDER BY c.from_date DESC, c.id DESC LIMIT 1
    ) a ON true ${sourceOf('h.prices')}`;

/** What is written of a subscription for a later day. */
export async function aheadOf(
  manager: EntityManager,
  { at }: PublicAct,
  id: string,
): Promise<SubscriptionRow['ahead']> {
  const [row]: SubscriptionRow[] = await manager.query(`${SUBSCRIPTIONS} WHERE b.id = $2`, [at, id]);
  return row!.ahead;
}
