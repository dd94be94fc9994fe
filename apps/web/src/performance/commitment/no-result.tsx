import { Button, Group } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { useViewer } from '../../app/session';
import { EmptyState } from '../../ui/empty-state';
import { formatPeriod } from '../../ui/format-instant';
import { PromisePanel } from './promise-panel';
import type { Commitment } from './result-keys';

type Props = { commitment: Commitment; period: string | undefined; revision: number | undefined };

/** The promise exists, but nothing was judged in the period, or not as often as asked for. */
export function NoResult({ commitment, period, revision }: Props) {
  const { t } = useTranslation();
  const viewer = useViewer();
  const { terms, service, agreement, results } = commitment;
  const kept = commitment.newest;
  const newest = kept ?? results.at(-1);
  const action = newest ? (
    <Button
      component={Link}
      to="/commitments/$service/$commitment"
      {...({
        params: { service: service.slug, commitment: commitment.slug },
        search: kept && { period: kept.period },
      } as object)}
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
          kept
            ? t('performance.commitment.noRevision', {
                revision,
                newest: kept.revision,
                period: formatPeriod(kept.period),
              })
            : period
              ? t('performance.commitment.noResultIn', { period: formatPeriod(period) })
              : t('performance.commitment.noResult')
        }
        action={action}
      >
        {t(kept ? 'performance.revision.words' : 'performance.commitment.noResultWords')}
      </EmptyState>
      <div style={{ marginTop: '1rem' }}>
        <PromisePanel terms={terms} service={service.name} agreement={agreement} replaced={false} />
      </div>
    </>
  );
}
