import { DomainError, isMonthId, reachOfResults, type Viewer } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { CommitmentEntity } from '../../agreements/commitment.entity.js';
import { Database } from '../../platform/database/database.js';
import { Parameters } from '../../platform/database/parameters.js';
import { pageSize, toConnection } from '../../platform/graphql/page.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';
import type { CommitmentSort } from './commitment-filter.input.js';
import { type CommitmentsPage, pageStatement } from './commitment-page.js';
import { type HeldParts, holdingParts } from './held-parts.js';
import type { CommitmentQuestion } from './commitment-rows.js';

export interface ListArgs {
  sort: CommitmentSort;
  first: number;
  after: string | null;
  resultFields: readonly string[] | null;
  totals: boolean;
  breaches: boolean;
  held: HeldParts;
}

const MOST_PERIODS = 60;

/** Commitments with their results: the heat table, and one of them by its address. */
@Injectable()
export class CommitmentLists {
  constructor(private readonly database: Database) {}

  /** @throws {DomainError} When the month, the number of columns or the cursor makes no sense. */
  async page(question: CommitmentQuestion, { sort, first, after, ...asked }: ListArgs) {
    assertColumns(question);
    const size = pageSize(first);
    const { sql, values, rowOf } = pageStatement(question, { sort, size, after, ...asked });
    const [page]: [CommitmentsPage] = await this.database.read.query(sql, values);
    return {
      ...page,
      ...toConnection(
        (page.rows ?? []).map((row) => holdingParts(rowOf(row))),
        size,
        ({ key, name, id }) => [key, name, id],
      ),
      question,
    };
  }

  /** null when there is none, or none that the viewer may know of. */
  async bySlugs(viewer: Viewer, service: string, slug: string): Promise<CommitmentEntity | null> {
    const parameters = new Parameters();
    const rows: CommitmentEntity[] = await this.database.read.query(
      `SELECT c.id, c.slug, c.name, c.service_id AS "serviceId", c.agreement_id AS "agreementId" FROM ${COMMITMENTS}
       WHERE s.slug = ${parameters.add(service)} AND c.slug = ${parameters.add(slug)}
         AND ${reached(reachOfResults(viewer), parameters)}`,
      parameters.values,
    );
    return rows[0] ?? null;
  }
}

function assertColumns({ until, periods }: CommitmentQuestion): void {
  if (until !== null && !isMonthId(until)) {
    throw new DomainError('INVALID', 'The newest month is one of the years 1900 to 2999, such as 2026-11.', ['until']);
  }
  if (periods >= 1 && periods <= MOST_PERIODS) return;
  throw new DomainError('INVALID', `Between 1 and ${MOST_PERIODS} periods can be shown at once.`, ['periods']);
}
