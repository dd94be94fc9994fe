import { query } from '../../app/query';
import { cursor, list, listOf, oneOf, period, searchSchema, text } from '../../app/search-params';
import {
  AgreementKindCodes,
  ArchetypeKeyCodes,
  CommitmentsDocument,
  CommitmentSortCodes,
  type CommitmentsQueryVariables,
  CommitmentTotalsDocument,
  type CommitmentTotalsQueryVariables,
  IndicatorKindCodes,
  VerdictCodes,
} from '../../generated/graphql';

/** Every filter of the heat table stands in the address. */
export const commitmentsSearch = searchSchema({
  q: text(),
  service: list(),
  provider: list(),
  kind: listOf(AgreementKindCodes),
  verdict: listOf(VerdictCodes),
  indicator: listOf(IndicatorKindCodes),
  archetype: listOf(ArchetypeKeyCodes),
  group: oneOf(['service', 'provider', 'owner']),
  sort: oneOf(CommitmentSortCodes),
  until: period(),
  view: oneOf(['all']),
  cursor: cursor(),
});

export type CommitmentSearch = ReturnType<typeof commitmentsSearch>;

/** As many as the server sends at once: what is worst and what is best stand in one table for all but the largest. */
const PAGE = 200;
const ROW_PX = 44;
/** What always stands above and around the table. */
const ELSE_PX = 144;

/** So many rows fill the window; without one, as among tests of addresses, those of a small one. */
export const firstScreen = Math.ceil(Math.max(('innerHeight' in globalThis ? innerHeight : 0) - ELSE_PX, 600) / ROW_PX);

/** What the first screen shows. */
export const firstCommitments = (search: CommitmentSearch) =>
  query(CommitmentsDocument, { ...commitmentsVariables(search), first: firstScreen });

export const allCommitments = (search: CommitmentSearch) => query(CommitmentsDocument, commitmentsVariables(search));

/** What is said about all that were found: another order or page leaves it as it is. */
export const commitmentTotals = (search: CommitmentSearch) => query(CommitmentTotalsDocument, totalsVariables(search));

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
