import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../ui/format-number';
import type { Result } from './result-keys';

type Props = { rates: NonNullable<Result['burnRates']> };

/** How fast the budget goes, of late and over a week; at 1 it lasts exactly to the end of the period. */
export function BurnRate({ rates: { day, week } }: Props) {
  const { t } = useTranslation();
  const times = (rate: string | null | undefined) =>
    rate == null ? t('performance.commitment.burnRateNone') : `${formatNumber(rate)} ×`;
  return (
    <>
      <span className="figures">{t('performance.commitment.burnRates', { day: times(day), week: times(week) })}</span>
      <br />
      <span className="quiet">{t('performance.commitment.burnRateWords')}</span>
    </>
  );
}
