import type { ResultUse } from './result-use.type.js';

/**
 * All closed revisions of the periods of the results named by `$1`: what one of them went into belongs to all of them,
 * so that a restated figure still leads to where its former one stands.
 */
export const TOLD = `
  WITH told AS (
    SELECT o.id AS "of", r.id, r.commitment_id, r.period, r.revision, r.from_at, r.time_zone, r.state = 'superseded' AS outdated
    FROM period_result o JOIN period_result r ON r.commitment_id = o.commitment_id AND r.period = o.period
    WHERE o.id = ANY ($1::uuid[]) AND r.state <> 'open'
  )`;

/** One revision of the period of a result, for which something was made. */
export interface UseRow extends Pick<ResultUse, 'revision' | 'outdated'> {
  /** The result that was asked for. */
  of: string;
  period: string;
}

/** What a row is to people. */
export const useOf = (
  { revision, outdated }: UseRow,
  use: Pick<ResultUse, 'kind' | 'label' | 'path'> & Partial<Pick<ResultUse, 'amount' | 'difference'>>,
): ResultUse => ({
  amount: null,
  difference: null,
  ...use,
  revision,
  outdated,
});
