import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { limitWords } from '../../agreements/terms-words';
import { formatMeasured } from '../../ui/format-number';
import type { Result } from './result-keys';

/** What the percentile came to, beside the share of the values that kept its limit: "p95 281 ms, promised are 300 ms at most". */
export function PercentileWords({ result: { percentile, target, terms } }: { result: Result }) {
  const { t } = useTranslation();
  const { indicator } = terms;
  if (!percentile || indicator.__typename !== 'PercentileIndicator') return null;
  const { value, beyond } = percentile;
  if (value == null && !beyond) return null;
  const told = { percent: Number(target), limit: limitWords(indicator) };
  return (
    <Text size="sm" className="figures">
      {value == null
        ? t('performance.commitment.percentileBeyond', told)
        : t('performance.commitment.percentile', { ...told, value: `${formatMeasured(value)} ${indicator.unit}` })}
    </Text>
  );
}
