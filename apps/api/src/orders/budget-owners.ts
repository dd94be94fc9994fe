import { approversOf, type BudgetOwner } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { pathOf } from './nearest-budget.js';

/** Budget owners `a` in force on the day `$1`. */
export const OWNERS_IN_FORCE = `
  SELECT a.person_id AS "personId", a.unit_id AS "unitId"
    FROM role_assignment a JOIN person p ON p.id = a.person_id AND p.ended_at IS NULL
   WHERE a.role = 'budgetOwner' AND a.state = 'approved' AND a.ended_at IS NULL
     AND $1::date BETWEEN a.from_date AND coalesce(a.to_date, 'infinity')`;

const OWNERS_ON_PATH = `${OWNERS_IN_FORCE} AND (a.scope_kind = 'organisation' OR a.unit_id = ANY ($2::uuid[]))`;

/** Who decides on an order on this day. */
export async function approversOn(
  manager: EntityManager,
  { unitId, requesterId, beneficiaryId }: { unitId: string; requesterId: string; beneficiaryId: string },
  day: string,
): Promise<string[]> {
  const path = await pathOf(manager, unitId);
  const owners: BudgetOwner[] = await manager.query(OWNERS_ON_PATH, [day, path]);
  return approversOf(path, owners, [requesterId, beneficiaryId]);
}
