import { Button } from '@mantine/core';
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Drifting } from './behind-week';
import classes from './drift-trend.module.css';
import { TrendPlot } from './trend-plot';
import type { Trend } from './trend-words';
import { WeekTable } from './week-table';

/** The numbers in which a drift was found: as a picture, and week by week with what is behind each. */
export function DriftTrend({ finding, trend }: { finding: Drifting; trend: Trend }) {
  const { t } = useTranslation();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const { weeks, counted } = trend;
  return (
    <div className={classes.trend}>
      <TrendPlot trend={trend} />
      <ul className={classes.legend}>
        {(['values', 'line', 'ahead'] as const).map((part) => (
          <li key={part}>
            <svg className={classes.swatch} viewBox="0 0 20 10" aria-hidden>
              <path className={classes[part]} d={part === 'values' ? 'M10 5h0' : 'M1 5L19 5'} />
            </svg>
            {t(`findings.trend.legend.${part}`)}
          </li>
        ))}
      </ul>
      <p className="quiet">{t(`findings.trend.counted.${counted}`)}</p>
      <Button
        size="compact-xs"
        variant="subtle"
        color="gray"
        aria-expanded={isOpen}
        aria-controls={id}
        leftSection={isOpen ? <IconChevronUp size={14} /> : <IconChevronDown size={14} />}
        onClick={() => setOpen(!isOpen)}
        className={classes.opener}
      >
        {t(isOpen ? 'findings.trend.hide' : 'findings.trend.show', { count: weeks.length })}
      </Button>
      <div id={id} hidden={!isOpen}>
        {isOpen && <WeekTable finding={finding} trend={trend} />}
      </div>
    </div>
  );
}
