import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HeatBin } from './heat-bin';
import classes from './heat-legend.module.css';

const bins: HeatBin[] = [1, 2, 3, 4, 5];

/** What the colours and signs of a heat table mean. */
export const HeatLegend = memo(function HeatLegend() {
  const { t } = useTranslation();
  return (
    <ul className={classes.legend} aria-label={t('ui.heat.legend')}>
      {bins.map((bin) => (
        <li key={bin}>
          <span aria-hidden className={classes.swatch} data-bin={bin} />
          {t(`ui.heat.bin.${bin}`)}
        </li>
      ))}
      <li>
        <span aria-hidden>–</span>
        {t('ui.verdict.INSUFFICIENT_DATA')}
      </li>
      <li>
        <span aria-hidden className={classes.swatch} data-open />
        {t('ui.heat.open')}
      </li>
    </ul>
  );
});
