import { SegmentedControl, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PackEdition } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Panel } from '../ui/panel';
import { ActionsPanel } from './actions-panel';
import { CommentPanel } from './comment-panel';
import { DecisionsPanel } from './decisions-panel';
import { HoldForm } from './hold-form';
import { newestPacks } from './newest-pack';
import { PackView } from './pack-view';
import type { ReviewOnPage } from './review-page';

/** What do we decide? The frozen evidence item by item, then minutes, decisions and actions. */
export function RunStep({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const [edition, setEdition] = useState<PackEdition>('INTERNAL');
  const packs = newestPacks(review.packs);
  const pack = packs.find((one) => one.edition === edition) ?? packs[0];
  if (!pack)
    return (
      <EmptyState kind="nothingYet" title={t('governance.noPack')}>
        {t('governance.noPackWords')}
      </EmptyState>
    );
  return (
    <Stack gap="md">
      {packs.length > 1 && (
        <SegmentedControl
          aria-label={t('governance.edition')}
          style={{ alignSelf: 'start' }}
          size="xs"
          value={pack.edition}
          onChange={(value) => setEdition(value)}
          data={packs.map((one) => ({ value: one.edition, label: t(`governance.editionOf.${one.edition}`) }))}
        />
      )}
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
