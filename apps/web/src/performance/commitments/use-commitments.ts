import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { useMemo } from 'react';
import type { CommitmentRowFragment, CommitmentsQuery } from '../../generated/graphql';
import { allCommitments, firstCommitments, firstScreen } from './commitments-queries';
import type { CommitmentSearch } from './commitments-search';

export interface Commitments {
  found: UseQueryResult<CommitmentsQuery>;
  /** What stands below the first screen until the rest of what is asked for has come. */
  stale: CommitmentRowFragment[];
  /** Whether these are all rows of the page, not its first screen alone. */
  isWhole: boolean;
  /** Why the rest has not come, where it has not: the first screen stands all the same. */
  failed: { error: Error; retry: () => void } | null;
}

/** The commitments that the address asks for: the first screen of them, and the rest when that has come. */
export function useCommitments(search: CommitmentSearch): Commitments {
  const first = useQuery(firstCommitments(search));
  const isThere = first.data !== undefined && !first.isPlaceholderData;
  const isLonger = isThere && first.data.commitments.pageInfo.hasNextPage;
  const all = useQuery({ ...allCommitments(search), enabled: isLonger });
  const isWaiting = isLonger && all.isPlaceholderData;
  const stale = useMemo(() => (isWaiting ? below(all.data) : []), [isWaiting, all.data]);
  if (!isThere) return { found: all.data && !first.isError ? all : first, stale, isWhole: true, failed: null };
  const isWhole = !isLonger || (all.data !== undefined && !isWaiting);
  const failed = !isWhole && all.isError ? { error: all.error, retry: () => void all.refetch() } : null;
  return { found: isLonger && isWhole ? all : first, stale, isWhole, failed };
}

const below = (data: CommitmentsQuery | undefined) =>
  data?.commitments.edges.slice(firstScreen).map(({ node }) => node) ?? [];
