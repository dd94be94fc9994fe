import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { onDemand } from '../ui/on-demand';
import { Panel } from '../ui/panel';
import { ActionList } from './action-list';
import type { ReviewOnPage } from './review-page';

const ActionForm = onDemand(() => import('./action-form').then((module) => module.ActionForm));

/** What was taken on in the review, by whom and until when. */
export function ActionsPanel({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  return (
    <Panel title={t('app.nav.actions')}>
      <Stack gap="md">
        {review.actions.length === 0 ? (
          <Text className="quiet">{t('governance.noActions')}</Text>
        ) : (
          <ActionList label={t('app.nav.actions')} actions={review.actions} within="review" />
        )}
        {review.viewerCanDecide && (
          <div data-adds>
            <ActionForm reviewId={review.id} />
          </div>
        )}
      </Stack>
    </Panel>
  );
}
