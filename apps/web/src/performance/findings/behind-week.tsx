import { Anchor } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Fragment } from 'react';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import type { FindingRowFragment } from '../../generated/graphql';
import { formatPeriod } from '../../ui/format-instant';
import { daysOfWeek, type Trend, type TrendWeek } from './trend-words';

export type Drifting = Pick<FindingRowFragment, 'subject' | 'services'>;

type Props = { finding: Drifting; trend: Trend; week: TrendWeek };

/** Leads from the value of a week to what it was made of, where the viewer may open it. */
export function BehindWeek({ finding: { subject, services }, trend: { counted }, week }: Props) {
  const { t } = useTranslation();
  const { viewerCanMeasure } = useViewer();
  const { from: since, to: until, periods } = week;
  const days = daysOfWeek(week);
  if (counted === 'SERIES')
    return subject?.path && viewerCanMeasure ? (
      <Anchor component={Link} to={subject.path} aria-label={t('findings.trend.seriesOf', { name: subject.name })}>
        {t('findings.trend.series')}
      </Anchor>
    ) : (
      '–'
    );
  if (counted === 'DELIVERIES') {
    const target = { to: '/orders', search: { scope: 'all', service: services[0]?.id, since, until } } as object;
    return (
      <Anchor component={Link} {...target} aria-label={t('findings.trend.ordersOf', { days })}>
        {t('findings.trend.orders')}
      </Anchor>
    );
  }
  return periods.map((period, i) => (
    <Fragment key={period}>
      {i > 0 && ', '}
      <Anchor
        component={Link}
        {...({ to: subject?.path, search: { period, since, until }, hash: 'more' } as object)}
        aria-label={t('findings.trend.behindWeek', { days, period: formatPeriod(period) })}
      >
        {formatPeriod(period)}
      </Anchor>
    </Fragment>
  ));
}
