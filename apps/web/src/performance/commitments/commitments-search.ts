import { cursor, list, listOf, oneOf, period, searchSchema, text } from '../../app/search-params';
import {
  AgreementKindCodes,
  ArchetypeKeyCodes,
  CommitmentSortCodes,
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
