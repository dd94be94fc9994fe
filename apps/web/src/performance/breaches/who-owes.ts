import type { TFunction } from 'i18next';
import type { AgreementKind, AgreementSide } from '../../generated/graphql';

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

/** Who owes whom, as the viewer's side says it. */
export function owesWords(agreement: Parties & { viewerSide: AgreementSide }, t: TFunction): string {
  const party = partyOf(agreement, t('performance.breaches.everyone'));
  if (agreement.viewerSide === 'PROVIDER') return t('performance.breaches.owedBy', { party });
  if (agreement.viewerSide === 'CUSTOMER') return t('performance.breaches.owedTo', { party });
  return t(owedByUs(agreement) ? 'performance.breaches.weOwe' : 'performance.breaches.owesUs', { party });
}
