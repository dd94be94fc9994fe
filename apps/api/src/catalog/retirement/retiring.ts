import type { AnswerMapping, LocalDay } from '@accord/domain';
import type { EntityManager } from 'typeorm';

/** What is decided of the end of a plan, with that of its whole service where the plan has none of its own. */
export interface RetiringRow {
  planId: string;
  retirementId: string;
  closesOn: LocalDay;
  endsOn: LocalDay;
  reason: string;
  successorId: string | null;
  /** Name of the successor. */
  successor: string | null;
  answers: AnswerMapping[];
}

const RETIRING = `
  SELECT DISTINCT ON (p.id) p.id AS "planId", r.id AS "retirementId", r.closes_on::text AS "closesOn",
         r.ends_on::text AS "endsOn", r.reason, path.successor_id AS "successorId", successor.name AS successor,
         coalesce(path.answers, '[]') AS answers
    FROM plan p
    JOIN retirement r ON r.service_id = p.service_id AND r.state = 'decided' AND (r.plan_id IS NULL OR r.plan_id = p.id)
    LEFT JOIN retirement_path path ON path.retirement_id = r.id AND path.plan_id = p.id
    LEFT JOIN plan successor ON successor.id = path.successor_id
   WHERE p.id = ANY ($1::uuid[])
   ORDER BY p.id, r.plan_id NULLS LAST`;

/** By plan; those that stay are left out. */
export async function retiringPlans(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, RetiringRow>> {
  const rows: RetiringRow[] = await manager.query(RETIRING, [planIds]);
  return new Map(rows.map((row) => [row.planId, row]));
}

/** Slugs of the plans of a service that were retired: no version of the service brings them back. */
export async function retiredPlans(manager: EntityManager, serviceId: string): Promise<ReadonlySet<string>> {
  const rows: { slug: string }[] = await manager.query(
    `SELECT p.slug FROM retirement r JOIN plan p ON p.id = r.plan_id WHERE r.service_id = $1 AND r.state = 'ended'`,
    [serviceId],
  );
  return new Set(rows.map(({ slug }) => slug));
}
