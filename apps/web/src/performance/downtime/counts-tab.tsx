import { Anchor } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { useViewer } from '../../app/session';
import { CountedSeriesDocument, type CountedSeriesQuery } from '../../generated/graphql';
import { EmptyState } from '../../ui/empty-state';
import { formatPeriod } from '../../ui/format-instant';
import { formatNumber } from '../../ui/format-number';
import { Loaded } from '../../ui/loaded';
import { Panel } from '../../ui/panel';
import { SimpleTable } from '../../ui/simple-table';
import { CountsForm } from './counts-form';
import type { TabProps } from './tab-props';
import classes from './downtime.module.css';

/** Good and total events entered by hand, for the commitments that are judged by them. */
export function CountsTab({ service }: TabProps) {
  const { t } = useTranslation();
  const { viewerCanMeasure } = useViewer();
  const found = useQuery(query(CountedSeriesDocument, { serviceIds: service ? [service] : null }));
  return (
    <Loaded query={found}>
      {({ commitments: { edges } }) =>
        edges.length === 0 ? (
          <EmptyState kind="nothingYet" title={t('performance.counts.none')}>
            {t('performance.counts.noneWords')}
          </EmptyState>
        ) : (
          <div className={classes.two}>
            {viewerCanMeasure && (
              <Panel title={t('performance.counts.record')}>
                <CountsForm commitments={edges.map(({ node }) => node)} />
              </Panel>
            )}
            <Standing commitments={edges.map(({ node }) => node)} />
          </div>
        )
      }
    </Loaded>
  );
}

export type CountedCommitment = CountedSeriesQuery['commitments']['edges'][number]['node'];

export function seriesOf({ terms: { indicator } }: CountedCommitment): string {
  return 'series' in indicator ? indicator.series : '';
}

function Standing({ commitments }: { commitments: CountedCommitment[] }) {
  const { t } = useTranslation();
  const rows = commitments.map((commitment) => {
    const { id, slug, name, service, result } = commitment;
    const params = { service: service.slug, commitment: slug };
    return [
      <Anchor key={id} component={Link} {...({ to: '/commitments/$service/$commitment', params } as object)}>
        {service.name}: {name}
      </Anchor>,
      seriesOf(commitment),
      <span key="period" className="one-line">
        {result ? formatPeriod(result.period) : '–'}
      </span>,
      result ? formatNumber(result.numerator) : '–',
      result ? formatNumber(result.denominator) : '–',
    ];
  });
  return (
    <Panel title={t('performance.counts.standing')} description={t('performance.counts.standingWords')}>
      <SimpleTable
        label={t('performance.counts.standing')}
        head={[
          t('performance.breaches.commitment'),
          t('performance.counts.series'),
          t('performance.counts.newest'),
          t('performance.counts.good'),
          t('performance.counts.total'),
        ]}
        rows={rows}
        numeric={[3, 4]}
      />
    </Panel>
  );
}
