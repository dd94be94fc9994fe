import { type Comparator, DomainError, runsAlong } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { TeamEntity } from '../../people/team.entity.js';
import type { ProposeRewardPlanVersionInput } from './reward-plan.input.js';

interface Measurable {
  id: string;
  name: string;
  isManaged: boolean;
  window: string | null;
  comparator: Comparator;
}

/**
 * @throws {DomainError} When a measure is on no commitment in force, on one that is judged over longer than the plan pays
 *   for, against its direction, or on one of a service that the team does not manage on the first day.
 */
export async function assertMeasurable(
  tx: EntityManager,
  team: TeamEntity,
  { measures, window, effectiveFrom }: ProposeRewardPlanVersionInput,
): Promise<void> {
  const ids = measures.map(({ commitmentId }) => commitmentId);
  const rows: Measurable[] = await tx.query(MEASURABLE, [ids, team.id, effectiveFrom]);
  const byId = new Map(rows.map((row) => [row.id, row]));
  measures.forEach((measure, i) => {
    const wrong = (code: string, sentence: string, field = 'commitmentId') =>
      new DomainError(code, sentence, ['measures', String(i), field]);
    const found = byId.get(measure.commitmentId);
    if (!found?.window) throw wrong('UNKNOWN_COMMITMENT', 'There is no such commitment in force.');
    if (!found.isManaged)
      throw wrong('NOT_MANAGED', `${team.name} does not manage the service of ${found.name} on ${effectiveFrom}.`);
    if (window === 'month' && found.window === 'quarter')
      throw wrong(
        'WINDOW_TOO_LONG',
        `${found.name} is judged by the quarter, so a plan by the month cannot pay for it.`,
      );
    if (!runsAlong(found.comparator, measure))
      throw wrong('WRONG_DIRECTION', `${found.name} promises ${PROMISED[found.comparator]}.`, 'target');
  });
}

const PROMISED: Readonly<Record<Comparator, string>> = {
  atLeast: 'at least its target, so the target of the measure is above its floor',
  atMost: 'at most its target, so the target of the measure is below its floor',
};

const MEASURABLE = `
  SELECT c.id, c.name, EXISTS (
      SELECT FROM service_management m
      WHERE m.service_id = c.service_id AND m.team_id = $2 AND $3::date BETWEEN m.from_date AND coalesce(m.to_date, 'infinity')
    ) AS "isManaged", promised.window_kind AS "window", promised.comparator
  FROM commitment c LEFT JOIN LATERAL (
    SELECT t.window_kind, t.comparator FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id
    WHERE t.commitment_id = c.id AND v.state = 'inForce' ORDER BY v.effective_from DESC LIMIT 1
  ) promised ON true
  WHERE c.id = ANY ($1::uuid[])`;
