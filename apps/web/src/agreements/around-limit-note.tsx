import { IconRulerMeasure } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { AroundPromisedLimitFragment, TermsWordsFragment } from '../generated/graphql';
import { RiskNote } from '../ui/risk-note';
import { limitWords } from './terms-words';

type Props = { terms: AroundPromisedLimitFragment & Pick<TermsWordsFragment, 'indicator'> };

/** The histograms that measure it cannot tell which values kept the limit. */
export function AroundLimitNote({ terms: { aroundLimit, indicator } }: Props) {
  const { t } = useTranslation();
  if (!aroundLimit || indicator.__typename !== 'PercentileIndicator') return null;
  const { below, above } = aroundLimit;
  const { unit } = indicator;
  const words = (limit: number | null | undefined) => (limit == null ? '' : limitWords({ limit, unit }));
  const which = below == null ? 'below' : above == null ? 'above' : 'between';
  return (
    <RiskNote icon={IconRulerMeasure}>
      {t(`agreements.aroundLimit.${which}`, {
        limit: limitWords(indicator),
        below: words(below),
        above: words(above),
      })}
    </RiskNote>
  );
}
