import { Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct } from '../app/use-act';
import { CloseReviewDocument } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { formatInstant } from '../ui/format-instant';
import { Panel } from '../ui/panel';
import { ActionsPanel } from './actions-panel';
import { DecisionsPanel } from './decisions-panel';
import { newestPacks } from './newest-pack';
import { NewerRevisions } from './newer-revisions';
import type { ReviewOnPage } from './review-page';

/** What is agreed? Minutes, decisions and actions together; then nothing of it changes any more. */
export function CloseStep({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const { state, minutes, closedAt, closedBy, decisions } = review;
  const [pack] = newestPacks(review.packs);
  return (
    <Stack gap="md">
      <NewerRevisions revisions={pack?.newerRevisions ?? []}>{t('governance.newer.pack')}</NewerRevisions>
      <Panel
        title={t('governance.minutes')}
        actions={review.viewerCanClose && decisions.length > 0 && <Close review={review} />}
      >
        {minutes ? (
          <Text style={{ whiteSpace: 'pre-wrap' }}>{minutes}</Text>
        ) : (
          <Text className="quiet">{t('governance.noMinutes')}</Text>
        )}
        {closedAt && (
          <Text size="sm" className="quiet" mt="xs">
            {t('governance.closedBy', { name: closedBy?.name, at: formatInstant(closedAt) })}
          </Text>
        )}
        {state === 'HELD' && decisions.length === 0 && (
          <Text size="sm" className="quiet" mt="xs">
            {t('governance.needsDecision')}
          </Text>
        )}
      </Panel>
      <DecisionsPanel review={review} pack={pack} />
      <ActionsPanel review={review} />
    </Stack>
  );
}

function Close({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const close = useAct(CloseReviewDocument, { done: t('governance.closed') });
  const open = review.actions.filter(({ doneAt }) => doneAt === null).length;
  return (
    <>
      <Button size="xs" onClick={() => setAsking(true)}>
        {t('governance.close')}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={t('governance.close')}
        confirm={t('governance.close')}
        onConfirm={() => close.mutateAsync({ id: review.id })}
      >
        {t('governance.closeWords')} {open > 0 && t('governance.closeOpen', { count: open })}
      </ConfirmDialog>
    </>
  );
}
