import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { EmptyState } from '../../ui/empty-state';
import { formatPeriod } from '../../ui/format-instant';
import { PromisePanel } from './promise-panel';
import type { Commitment } from './result-keys';

/** The promise exists, but nothing was judged in the period. */
export function NoResult({ commitment, period }: { commitment: Commitment; period: string | undefined }) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { terms, service, agreement, results } = commitment;
  const newest = results.at(-1);
  const action = newest ? (
    <Button
      component={Link}
      to="/commitments/$service/$commitment"
      {...({ params: { service: service.slug, commitment: commitment.slug } } as object)}
      variant="default"
    >
      {t('performance.commitment.toNewest', { period: formatPeriod(newest.period) })}
    </Button>
  ) : (
    viewer.viewerCanMeasure && (
      <Group gap="xs">
        <Button component={Link} to="/imports">
          {t('performance.commitments.toImports')}
        </Button>
        <Button component={Link} to="/manage/downtime" variant="default">
          {t('performance.commitment.toDowntime')}
        </Button>
      </Group>
    )
  );
  return (
    <>
      <EmptyState
        kind="noData"
        title={
          period
            ? t('performance.commitment.noResultIn', { period: formatPeriod(period) })
            : t('performance.commitment.noResult')
        }
        action={action}
      >
        {t('performance.commitment.noResultWords')}
      </EmptyState>
      <div style={{ marginTop: '1rem' }}>
        <PromisePanel terms={terms} service={service.name} agreement={agreement} replaced={false} />
      </div>
    </>
  );
}
