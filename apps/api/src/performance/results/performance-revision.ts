import { reachOfResults } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';

/**
 * Every row as it stands, for a row that is written anew has another `xmin`. A counter or a newest instant would miss
 * what is committed after something that was begun later.
 */
const AS_IT_STANDS = `md5(count(*) || ':' || coalesce(sum(hashtextextended(r.id::text || r.xmin::text, 0)), 0))`;

/** Whether what a screen shows has changed since. */
@Injectable()
export class PerformanceRevision {
  constructor(private readonly database: Database) {}

  /** @returns Another text once a result that the viewer sees has changed; of one commitment, or of the last 13 months. */
  async read({ viewer, at }: Act, commitmentId: string | null): Promise<string> {
    const parameters = new Parameters();
    const which =
      commitmentId === null
        ? `r.from_at >= ${parameters.add(at)}::timestamptz - interval '13 months'`
        : `c.id = ${parameters.add(isUUID(commitmentId) ? commitmentId : null)}::uuid`;
    const [{ revision }]: [{ revision: string }] = await this.database.read.query(
      `SELECT ${AS_IT_STANDS} AS revision FROM ${COMMITMENTS} JOIN period_result r ON r.commitment_id = c.id
        WHERE ${which} AND r.state <> 'superseded' AND ${reached(reachOfResults(viewer), parameters)}`,
      parameters.values,
    );
    return revision;
  }
}
