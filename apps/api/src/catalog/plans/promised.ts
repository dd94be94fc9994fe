import { type LocalDay, OPEN_STATES } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { type PriceRow, sourceOf, SUSPENDED_IS_CHARGED } from './plan-prices.js';

/** Somebody to whom a plan is promised: who has it, or whose order of it is under way. */
export interface Promised {
  planId: string;
  /** The one that was ordered. */
  planVersion: number;
  /** Who answers for it, and whom it is for. */
  personIds: string[];
  /** What they pay, or will. */
  prices: PriceRow[];
  suspendedIsCharged: boolean;
  /** Calendar days before which they hear of what is not to their advantage. */
  noticeDays: number;
  /** Their last day, known once they terminated it; null = they stay. */
  endsOn: LocalDay | null;
}

/** Whether somebody still has it on a day: what changes then touches nobody who is gone. */
export const hasItOn = ({ endsOn }: Pick<Promised, 'endsOn'>, day: LocalDay): boolean =>
  endsOn === null || endsOn >= day;

const UNDER_WAY = `
  SELECT i.plan_id AS "planId", i.plan_version AS "planVersion", i.prices, i.notice_days AS "noticeDays", ${SUSPENDED_IS_CHARGED} AS "suspendedIsCharged",
      ARRAY[o.requester_id, o.beneficiary_id]::text[] AS "personIds", NULL AS "endsOn"
    FROM order_item i JOIN service_order o ON o.id = i.order_id AND o.state = ANY ($2) ${sourceOf('i.prices')}
   WHERE i.plan_id = ANY ($1::uuid[]) AND i.kind IN ('subscribe', 'change') AND i.accepted_at IS NULL
     AND i.failed_at IS NULL AND i.prices IS NOT NULL
   ORDER BY i.id`;

/** Those who were promised a plan when they ordered it, and do not have it yet. */
export function underWayOf(manager: EntityManager, planIds: readonly string[]): Promise<Promised[]> {
  return manager.query(UNDER_WAY, [planIds, OPEN_STATES]);
}
