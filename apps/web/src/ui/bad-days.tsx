import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { StripDay } from './availability-strip';
import { formatDay } from './format-instant';
import { formatDuration } from './format-duration';
import classes from './bad-days.module.css';

/** The days with downtime, worst first: what the strip shows, for reading and copying. */
export function BadDays({ days, first = 5 }: { days: StripDay[]; first?: number }) {
  const { t } = useTranslation();
  const bad = days.filter(({ hasData, downMs }) => hasData && downMs > 0).sort((a, b) => b.downMs - a.downMs);
  if (bad.length === 0) {
    return (
      <Text size="sm" className="quiet" mt="xs">
        {t('ui.strip.noBadDays')}
      </Text>
    );
  }
  return (
    <details className={classes.details} open={bad.length <= first}>
      <summary>{t('ui.strip.badDays', { count: bad.length })}</summary>
      <ol className={classes.list}>
        {bad.map(({ date, downMs }) => (
          <li key={date}>
            <span>{formatDay(date)}</span>
            <span className="figures">{formatDuration(downMs)}</span>
          </li>
        ))}
      </ol>
    </details>
  );
}
