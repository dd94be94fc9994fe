import { Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { ActionList } from './action-list';
import { CommentPanel } from './comment-panel';
import { newestPacks } from './newest-pack';
import { PackView } from './pack-view';
import type { ReviewOnPage } from './review-page';

/** For a contact of the provider: its own edition, its words on it, and what its people took on. */
export function ProviderSide({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const [pack] = newestPacks(review.packs);
  if (!pack)
    return (
      <EmptyState kind="nothingYet" title={t('governance.noPack')}>
        {t('governance.noPackOutside')}
      </EmptyState>
    );
  return (
    <Stack gap="md">
      <PackView pack={pack} />
      <CommentPanel review={review} />
      {review.actions.length > 0 && (
        <Panel title={t('app.nav.actions')}>
          <ActionList label={t('app.nav.actions')} actions={review.actions} within="review" />
        </Panel>
      )}
    </Stack>
  );
}
