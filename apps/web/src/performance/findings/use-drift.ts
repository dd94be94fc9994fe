import { useQuery } from '@tanstack/react-query';
import { query } from '../../app/query';
import { FindingsDocument, type FindingRowFragment } from '../../generated/graphql';

/** The drift that a commitment is found in; undefined while it is in none. */
export function useDrift(commitmentId: string): FindingRowFragment | undefined {
  const found = useQuery(query(FindingsDocument, { kind: 'DRIFT', state: 'OPEN', commitmentId, first: 1 }));
  return found.data?.findings.edges[0]?.node;
}
