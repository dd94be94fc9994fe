import { useTranslation } from 'react-i18next';
import { TextLink } from '../../app/text-link';
import { RiskNote } from '../../ui/risk-note';
import type { Commitment, Result } from './result-keys';

/** The figure that something was made of was restated since; leads to the one that stands. */
export function Replaced({ commitment, result }: { commitment: Commitment; result: Result }) {
  const { t } = useTranslation();
  return (
    <RiskNote>
      {t('performance.replaced.words', { revision: result.revision })}{' '}
      <TextLink
        to="/commitments/$service/$commitment"
        params={{ service: commitment.service.slug, commitment: commitment.slug }}
        search={{ period: result.period }}
        underline="always"
        c="inherit"
      >
        {t('performance.replaced.newest')}
      </TextLink>
    </RiskNote>
  );
}
