import { Group, SegmentedControl, Stack, Text } from '@mantine/core';
import { IconPresentation } from '@tabler/icons-react';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { LinkButton } from '../app/link-button';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { ActionsPanel } from './actions-panel';
import { CommentPanel } from './comment-panel';
import { DecisionsPanel } from './decisions-panel';
import { HoldForm } from './hold-form';
import { newestPacks, packOf } from './newest-pack';
import { PackView } from './pack-view';
import type { ReviewOnPage } from './review-page';

const route = getRouteApi('/shell/reviews/$id');

/** What do we decide? The frozen evidence item by item, then minutes, decisions and actions. */
export function RunStep({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const { edition } = route.useSearch();
  const navigate = route.useNavigate();
  const packs = newestPacks(review.packs);
  const pack = packOf(packs, edition);
  if (!pack)
    return (
      <EmptyState kind="nothingYet" title={t('governance.noPack')}>
        {t('governance.noPackWords')}
      </EmptyState>
    );
  return (
    <Stack gap="md">
      <Group justify="space-between" gap="xs">
        {packs.length > 1 && (
          <SegmentedControl
            aria-label={t('governance.edition')}
            size="xs"
            value={pack.edition}
            onChange={(value) =>
              void navigate({ search: (old) => ({ ...old, edition: value }), replace: true, resetScroll: false })
            }
            data={packs.map((one) => ({ value: one.edition, label: t(`governance.editionOf.${one.edition}`) }))}
          />
        )}
        <LinkButton
          size="xs"
          variant="default"
          leftSection={<IconPresentation size={15} />}
          to="/reviews/$id/present"
          params={{ id: review.id }}
          search={{ edition: pack.edition }}
        >
          {t('governance.present.start')}
        </LinkButton>
      </Group>
      <PackView pack={pack} />
      <CommentPanel review={review} />
      {review.viewerCanHold && <HoldForm review={review} />}
      {review.minutes && (
        <Panel title={t('governance.minutes')}>
          <Text style={{ whiteSpace: 'pre-wrap' }}>{review.minutes}</Text>
        </Panel>
      )}
      {(review.state === 'HELD' || review.state === 'CLOSED') && (
        <>
          <DecisionsPanel review={review} pack={pack} />
          <ActionsPanel review={review} />
        </>
      )}
    </Stack>
  );
}
