import { useTranslation } from 'react-i18next';
import { ToneBadge } from '../ui/tone-badge';

/** SLA with customers, OLA with an internal provider, UC with an external one. */
export function AgreementKindBadge({ kind }: { kind: 'SLA' | 'OLA' | 'UC' }) {
  const { t } = useTranslation();
  return <ToneBadge tone={kind === 'SLA' ? 'accent' : 'neutral'}>{t(`performance.agreementKind.${kind}`)}</ToneBadge>;
}
