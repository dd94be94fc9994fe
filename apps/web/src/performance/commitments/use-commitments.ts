import { useQuery, type UseQueryResult } from '@tanstack/react-query';
import { query } from '../../app/query';
import { CommitmentsDocument, type CommitmentsQuery } from '../../generated/graphql';
import { type CommitmentSearch, commitmentsVariables } from './use-commitment-filters';

/** So many rows fill the largest screens. */
export const firstScreen = 30;

/**
 * The commitments that the address asks for. When it asks for others than stand there, the first screen of them comes
 * ahead of the rest, which takes several times as long.
 */
export function useCommitments(search: CommitmentSearch): UseQueryResult<CommitmentsQuery> {
  const variables = commitmentsVariables(search);
  const all = useQuery(query(CommitmentsDocument, variables));
  const ahead = useQuery({
    ...query(CommitmentsDocument, { ...variables, first: firstScreen }),
    enabled: all.isPlaceholderData,
    placeholderData: undefined,
  });
  return all.isPlaceholderData && ahead.data ? ahead : all;
}
