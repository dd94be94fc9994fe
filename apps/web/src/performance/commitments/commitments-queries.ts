import type { QueryClient } from '@tanstack/react-query';
import { query } from '../../app/query';
import {
  CommitmentsDocument,
  type CommitmentsQueryVariables,
  CommitmentTotalsDocument,
  type CommitmentTotalsQueryVariables,
} from '../../generated/graphql';
import type { CommitmentSearch } from './commitments-search';

/** As many as the server sends at once: what is worst and what is best stand in one table for all but the largest. */
const PAGE = 200;
const ROW_PX = 44;
/** What always stands above and around the table. */
const ELSE_PX = 144;

/** So many rows fill the window. */
export const firstScreen = Math.ceil(Math.max(window.innerHeight - ELSE_PX, 600) / ROW_PX);

/** What the first screen shows. */
export const firstCommitments = (search: CommitmentSearch) =>
  query(CommitmentsDocument, { ...commitmentsVariables(search), first: firstScreen });

export const allCommitments = (search: CommitmentSearch) => query(CommitmentsDocument, commitmentsVariables(search));

/** What is said about all that were found: another order or page leaves it as it is. */
export const commitmentTotals = (search: CommitmentSearch) => query(CommitmentTotalsDocument, totalsVariables(search));

/** Before the page is painted anew, or here at all. */
export function askAhead(queryClient: QueryClient, search: CommitmentSearch): void {
  void queryClient.prefetchQuery(firstCommitments(search));
  void queryClient.prefetchQuery(commitmentTotals(search));
}

export function commitmentsVariables(search: CommitmentSearch): CommitmentsQueryVariables {
  return { ...totalsVariables(search), sort: search.sort, first: PAGE, after: search.cursor };
}

export function totalsVariables(search: CommitmentSearch): CommitmentTotalsQueryVariables {
  const { q, service, provider, kind, verdict, indicator, archetype, until } = search;
  return {
    filter: {
      search: q,
      serviceIds: service,
      providerIds: provider,
      agreementKinds: kind,
      verdicts: verdict,
      indicatorKinds: indicator,
      archetypes: archetype,
    },
    until,
  };
}
