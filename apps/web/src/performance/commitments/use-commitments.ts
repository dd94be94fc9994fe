import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import type { CommitmentsQuery } from '../../generated/graphql';
import { allCommitments, type CommitmentSearch, firstCommitments } from './commitments-search';

/** The commitments that the address asks for: the first screen of them, and the rest when that has come. */
export function useCommitments(search: CommitmentSearch): UseQueryResult<CommitmentsQuery> {
  const first = useQuery(firstCommitments(search));
  const isThere = first.data !== undefined && !first.isPlaceholderData;
  const isLonger = isThere && first.data.commitments.pageInfo.hasNextPage;
  const all = useQuery({ ...allCommitments(search), enabled: isLonger });
  // What stood there stays until the first rows of what is asked for now have come.
  const before = all.data && !first.isError ? all : first;
  if (!isThere) return before;
  return isLonger && !all.isPlaceholderData && !all.isPending ? all : first;
}
