import { type AnswerMapping, chainedAnswers, type LocalDay, type RetirementState } from '@accord/domain';
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

/** By plan; those that stay are left out. Where a successor retires as well, its own successor takes its place. */
export async function retiringPlans(
  manager: EntityManager,
  planIds: readonly string[],
): Promise<ReadonlyMap<string, RetiringRow>> {
  const rows: RetiringRow[] = await manager.query(RETIRING, [planIds]);
  const successorIds = rows.flatMap(({ successorId }) => successorId ?? []);
  // No chain is a circle: what retires is nobody's successor when that is decided.
  const next: ReadonlyMap<string, RetiringRow> =
    successorIds.length > 0 ? await retiringPlans(manager, successorIds) : new Map();
  return new Map(rows.map((row) => [row.planId, { ...row, ...ledOn(row, next.get(row.successorId ?? '')) }]));
}

function ledOn({ answers }: RetiringRow, next: RetiringRow | undefined): Partial<RetiringRow> {
  if (!next) return {};
  const { successorId, successor } = next;
  return { successorId, successor, answers: chainedAnswers(answers, next.answers) };
}

/** Slugs of the plans of a service that were retired: no version of the service brings them back. */
export const retiredPlans = (manager: EntityManager, serviceId: string): Promise<ReadonlySet<string>> =>
  plansWhose(manager, serviceId, ['ended']);

/** With those of which it is decided: what is offered from now on has to do without them. */
export const leavingPlans = (manager: EntityManager, serviceId: string): Promise<ReadonlySet<string>> =>
  plansWhose(manager, serviceId, ['decided', 'ended']);

async function plansWhose(
  manager: EntityManager,
  serviceId: string,
  states: readonly RetirementState[],
): Promise<ReadonlySet<string>> {
  const rows: { slug: string }[] = await manager.query(
    `SELECT p.slug FROM retirement r JOIN plan p ON p.id = r.plan_id WHERE r.service_id = $1 AND r.state = ANY ($2)`,
    [serviceId, states],
  );
  return new Set(rows.map(({ slug }) => slug));
}

/** Plans of a service by slug to which a decided retirement leads, with what they take the place of. */
export async function successorsIn(
  manager: EntityManager,
  serviceId: string,
): Promise<ReadonlyMap<string, { name: string; endsOn: LocalDay }>> {
  const rows: { slug: string; name: string; endsOn: LocalDay }[] = await manager.query(
    `SELECT p.slug, old.name, r.ends_on::text AS "endsOn" FROM plan p JOIN retirement_path path ON path.successor_id = p.id
       JOIN retirement r ON r.id = path.retirement_id AND r.state = 'decided' JOIN plan old ON old.id = path.plan_id
      WHERE p.service_id = $1 AND p.ended_at IS NULL ORDER BY r.ends_on DESC`,
    [serviceId],
  );
  return new Map(rows.map(({ slug, ...replaced }) => [slug, replaced]));
}
