import { queryOptions } from '@tanstack/react-query';
import { everyPage } from '../../app/every-page';
import { request } from '../../app/request';
import { CommitmentTotalsDocument, CommitmentsDocument } from '../../generated/graphql';
import { commitmentsVariables, totalsVariables } from '../commitments/commitments-queries';
import type { CommitmentSearch } from '../commitments/commitments-search';

/** Everything that was found: paper has no next page to click on. */
export function everyCommitment(search: CommitmentSearch) {
  const variables = commitmentsVariables({ ...search, cursor: undefined });
  return queryOptions({
    queryKey: ['CommitmentsSheet', variables] as const,
    queryFn: async ({ signal }) => {
      const [{ commitments: counted }, commitments] = await Promise.all([
        request(CommitmentTotalsDocument, totalsVariables(search), signal),
        everyPage(async (after) => (await request(CommitmentsDocument, { ...variables, after }, signal)).commitments),
      ]);
      return { commitments, totals: counted };
    },
  });
}
