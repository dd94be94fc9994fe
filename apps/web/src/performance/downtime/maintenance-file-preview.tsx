import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query } from '../../app/query';
import { isRequestError } from '../../app/request-error';
import { PreviewMaintenancesDocument, type MaintenanceEventOutcome } from '../../generated/graphql';
import { ErrorPanel } from '../../ui/error-panel';
import { Instant } from '../../ui/instant';
import { RefusalPanel } from '../../ui/refusal-panel';
import { Refused } from '../../ui/refused';
import { SimpleTable } from '../../ui/simple-table';
import { Skeletons } from '../../ui/skeletons';
import { ToneBadge, type Tone } from '../../ui/tone-badge';

const TONES: Record<MaintenanceEventOutcome, Tone> = {
  ANNOUNCED: 'good',
  CHANGED: 'accent',
  CANCELLED: 'warning',
  KNOWN: 'neutral',
  REFUSED: 'bad',
};

/** What becomes of each event of the file. */
export function MaintenanceFilePreview(file: { uploadId: string; serviceId: string }) {
  const { t } = useTranslation();
  const found = useQuery({
    ...query(PreviewMaintenancesDocument, file),
    placeholderData: undefined,
    retry: false,
  });
  if (found.isError) {
    return isRequestError(found.error) && found.error.refusal ? (
      <RefusalPanel refused={new Refused([found.error.refusal])} />
    ) : (
      <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />
    );
  }
  if (!found.data) return <Skeletons rows={3} />;
  const { events, past } = found.data.previewMaintenances;
  return (
    <section aria-label={t('performance.maintenance.inFile')}>
      {events.length > 0 && (
        <SimpleTable
          label={t('performance.maintenance.inFile')}
          head={['summary', 'from', 'to', 'outcome'].map((part) =>
            t(`performance.maintenance.event.${part as 'from'}`),
          )}
          rows={events.map(({ summary, from, to, outcome, reason }) => [
            summary,
            <Instant key="from" at={from} />,
            <Instant key="to" at={to} />,
            <div key="outcome">
              <ToneBadge tone={TONES[outcome]}>{t(`performance.maintenance.outcome.${outcome}`)}</ToneBadge>
              {reason && <div className="quiet">{reason}</div>}
            </div>,
          ])}
        />
      )}
      <Text size="sm" className="quiet" mt="xs">
        {events.length === 0 && `${t('performance.maintenance.nothingAhead')} `}
        {past > 0 && t('performance.maintenance.past', { count: past })}
      </Text>
    </section>
  );
}
