import { type Days, DomainError, figureOver, type FigureOver } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import {
  commitmentsById,
  type MeasuredResult,
  promisedIn,
  resultsEndingIn,
} from '../../performance/measured-commitments.js';
import type { TeamEntity } from '../../people/team.entity.js';
import type { RewardMeasureEntity } from '../plans/reward-measure.entity.js';

/** A measure with the frozen results that it reads, and what they come to. */
export interface MeasuredMeasure {
  readonly measure: RewardMeasureEntity;
  /** Of the commitment, with that of its service. */
  readonly name: string;
  readonly results: readonly MeasuredResult[];
  readonly figure: FigureOver;
}

/**
 * What the measures come to in a period: all that was frozen, as for a scorecard, whatever ended since. Their commitments
 * stay locked, so that no result is restated meanwhile.
 *
 * @param isPinned The period was calculated before: who managed what then has been settled.
 * @throws {DomainError} `NOT_CLOSED` naming the first result that is not frozen; `NOT_MANAGED` when the team did not manage
 *   a service in the period.
 */
export async function measuredIn(
  tx: EntityManager,
  team: TeamEntity,
  measures: readonly RewardMeasureEntity[],
  period: string,
  days: Days,
  isPinned: boolean,
): Promise<MeasuredMeasure[]> {
  const ids = measures.map(({ commitmentId }) => commitmentId);
  await tx.query('SELECT FROM commitment WHERE id = ANY ($1::uuid[]) ORDER BY id FOR SHARE', [ids]);
  const commitments = new Map((await commitmentsById(tx, ids)).map((row) => [row.id, row]));
  const results = await resultsEndingIn(tx, ids, [period]);
  const managed = await managedIn(tx, team, ids, days);
  return measures.map((measure) => {
    const commitment = commitments.get(measure.commitmentId)!;
    const name = `${commitment.serviceName}: ${commitment.name}`;
    if (!isPinned && !managed.has(measure.commitmentId))
      throw new DomainError('NOT_MANAGED', `${team.name} did not manage the service of ${name} in ${period}.`);
    const expected = promisedIn(period, commitment);
    const own = results.filter(
      ({ commitmentId, state }) => commitmentId === measure.commitmentId && state === 'frozen',
    );
    const open = expected.find((id) => !own.some(({ period: closed }) => closed === id));
    if (open) throw new DomainError('NOT_CLOSED', `${name} is not closed for ${open} yet.`, ['period']);
    return { measure, name, results: own, figure: figureOver(own) };
  });
}

/** Of the commitments, those on a service that the team managed on a day of the period. */
async function managedIn(tx: EntityManager, team: TeamEntity, ids: readonly string[], { from, to }: Days) {
  const rows: { id: string }[] = await tx.query(
    `SELECT c.id FROM commitment c JOIN service_management m ON m.service_id = c.service_id
     WHERE c.id = ANY ($1::uuid[]) AND m.team_id = $2
       AND daterange(m.from_date, m.to_date, '[]') && daterange($3::date, $4::date, '[]')`,
    [ids, team.id, from, to],
  );
  return new Set(rows.map(({ id }) => id));
}
