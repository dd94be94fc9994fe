import { queryOptions } from '@tanstack/react-query';
import { request } from '../../app/request';
import { CommitmentsDocument, type CommitmentsQuery } from '../../generated/graphql';
import { commitmentsVariables, type CommitmentSearch } from '../commitments/use-commitment-filters';

/** Everything that was found, page after page: paper has no next page to click on. */
export function everyCommitment(search: CommitmentSearch) {
  const variables = commitmentsVariables({ ...search, cursor: undefined });
  return queryOptions({
    queryKey: ['CommitmentsSheet', variables] as const,
    queryFn: async ({ signal }): Promise<CommitmentsQuery> => {
      const { commitments } = await request(CommitmentsDocument, variables, signal);
      const edges = [...commitments.edges];
      let { pageInfo } = commitments;
      while (pageInfo.hasNextPage) {
        const { commitments: next } = await request(
          CommitmentsDocument,
          { ...variables, after: pageInfo.endCursor },
          signal,
        );
        edges.push(...next.edges);
        ({ pageInfo } = next);
      }
      return { commitments: { ...commitments, edges, pageInfo } };
    },
  });
}
