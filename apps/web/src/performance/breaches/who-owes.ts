import type { AgreementKind } from '../../generated/graphql';

type Parties = {
  kind: AgreementKind;
  provider?: { name: string } | null;
  customer?: { name: string } | null;
};

/** Of an SLA we owe the credit to customers; of an OLA or UC the provider owes it to us. */
export const owedByUs = ({ kind }: Pick<Parties, 'kind'>): boolean => kind === 'SLA';

/** Whom we owe, or who owes us. @param everyone The customer of an SLA that names none. */
export const partyOf = (agreement: Parties, everyone: string): string =>
  (owedByUs(agreement) ? agreement.customer : agreement.provider)?.name ?? everyone;
