import { Injectable } from '@nestjs/common';
import { Database } from '../../platform/database/database.js';
import { Job, type JobRun } from '../../platform/jobs/job.decorator.js';
import { Alerts } from '../alerts/alerts.js';
import { Evaluation } from '../evaluation/evaluation.js';

export const JUDGE_MEASUREMENTS = 'judgeMeasurements';

/** Judges what machines have measured since, of however many batches: later jobs may find that nothing is left. */
@Injectable()
export class JudgeMeasurements {
  constructor(
    private readonly database: Database,
    private readonly evaluation: Evaluation,
    private readonly alerts: Alerts,
  ) {}

  /** A piece at a time, each in a transaction of its own: what is judged stays so, and other servers take other pieces. */
  @Job(JUDGE_MEASUREMENTS)
  async judge(_: object, { at }: Pick<JobRun, 'at'>): Promise<void> {
    const untilNothingIsLeft = async () => {
      while (await this.judgePiece(at));
    };
    await Promise.all(Array.from({ length: AT_ONCE }, untilNothingIsLeft));
  }

  /** @returns Whether there was something to judge. */
  private judgePiece(at: Date): Promise<boolean> {
    return this.database.transaction(async (tx) => {
      const touched: { serviceIds: string[]; from: Date; to: Date }[] = await tx.query(TAKE, [A_PIECE]);
      for (const time of touched) await this.evaluation.reevaluate(tx, time, at);
      await this.alerts.measured(tx, touched, at);
      return touched.length > 0;
    });
  }
}

/** While the database looks for one piece, the other one is judged. */
const AT_ONCE = 2;

/** So many marks are judged together: what services have in common is looked up once for all of them. */
const A_PIECE = 50;

/** Services of which the same months were measured are judged together. */
const TAKE = `
  WITH taken AS (
    DELETE FROM unjudged WHERE id IN (
      SELECT id FROM unjudged ORDER BY service_id, id LIMIT $1 FOR UPDATE SKIP LOCKED
    ) RETURNING service_id, from_at, to_at
  ), whole AS (
    SELECT service_id, min(from_at) AS from_at, max(to_at) AS to_at FROM taken GROUP BY service_id
  )
  SELECT array_agg(service_id) AS "serviceIds", min(from_at) AS "from", max(to_at) AS "to" FROM whole
  GROUP BY date_trunc('month', from_at), date_trunc('month', to_at)`;
