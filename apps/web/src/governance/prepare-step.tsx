import { Button, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { useAct } from '../app/use-act';
import { FreezePackDocument, ReviewScorecardDocument, type ScorecardFragment } from '../generated/graphql';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { Instant } from '../ui/instant';
import { Loaded } from '../ui/loaded';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { newestPacks } from './newest-pack';
import { NewerRevisions } from './newer-revisions';
import { PackHash } from './pack-hash';
import type { ReviewOnPage } from './review-page';
import { ScorecardView } from './scorecard-view';

/** Is the evidence complete? The scorecard as it is now, what is not closed, and the packs frozen so far. */
export function PrepareStep({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const { id, provider, period, packs } = review;
  const asked = useQuery(query(ReviewScorecardDocument, { id }));
  return (
    <Stack gap="md">
      <NewerRevisions revisions={newestPacks(packs)[0]?.newerRevisions ?? []}>
        {t('governance.newer.pack')}
      </NewerRevisions>
      <Panel
        title={t('governance.scorecardOf', { period: formatPeriod(period) })}
        description={t('governance.scorecardNow')}
        actions={review.viewerCanFreeze && <Freeze review={review} />}
      >
        <Loaded query={asked}>
          {({ review: asItStands }) =>
            asItStands?.scorecard ? (
              <Stack gap="md">
                <NotClosed scorecard={asItStands.scorecard} />
                <ScorecardView scorecard={asItStands.scorecard} />
              </Stack>
            ) : (
              <EmptyState kind="nothingYet" title={t('governance.noScorecard')}>
                {t('governance.noScorecardWords')}{' '}
                <TextLink
                  to="/providers/$slug"
                  params={{ slug: provider.slug }}
                  search={{ tab: 'scorecard' }}
                  underline="always"
                >
                  {t('governance.toScorecard')}
                </TextLink>
              </EmptyState>
            )
          }
        </Loaded>
      </Panel>
      <Panel title={t('governance.packs')} description={t('governance.packsWords')}>
        {packs.length === 0 ? (
          <Text className="quiet">{t('governance.noPack')}</Text>
        ) : (
          <SimpleTable
            label={t('governance.packs')}
            head={[t('governance.frozenAt'), t('governance.edition'), t('governance.frozenBy'), t('governance.hash')]}
            rows={packs.map(({ id: pack, edition, frozenAt, frozenBy, hash }) => [
              <TextLink key="at" to="/reviews/$id/pack" params={{ id }} search={{ pack }} underline="always">
                <Instant at={frozenAt} />
              </TextLink>,
              t(`governance.editionOf.${edition}`),
              frozenBy.name,
              <PackHash key="hash" hash={hash} short />,
            ])}
          />
        )}
      </Panel>
    </Stack>
  );
}

/** Results that keep the pack from being frozen, each with the way to close it. */
function NotClosed({ scorecard }: { scorecard: ScorecardFragment }) {
  const { t } = useTranslation();
  const open = scorecard.kpis.filter(({ state }) => state === 'NOT_CLOSED');
  if (open.length === 0) return <Text c="var(--met)">✓ {t('governance.allClosed')}</Text>;
  return (
    <div>
      <Text fw={600}>{t('governance.notClosed', { count: open.length })}</Text>
      <ul>
        {open.map(({ kpi: { id, commitment } }) => (
          <li key={id}>
            <TextLink
              to="/commitments/$service/$commitment"
              params={{ service: commitment.service.slug, commitment: commitment.slug }}
              search={{ period: scorecard.period }}
              underline="always"
            >
              {commitment.service.name}: {commitment.name}
            </TextLink>
          </li>
        ))}
      </ul>
    </div>
  );
}

function Freeze({ review: { id, packs } }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  const freeze = useAct(FreezePackDocument, { done: t('governance.frozen') });
  const again = packs.length > 0;
  const words = t(again ? 'governance.freezeAgain' : 'governance.freeze');
  return (
    <>
      <Button size="xs" variant={again ? 'default' : 'filled'} onClick={() => setAsking(true)}>
        {words}
      </Button>
      <ConfirmDialog
        opened={asking}
        onClose={() => setAsking(false)}
        title={words}
        confirm={words}
        onConfirm={() => freeze.mutateAsync({ reviewId: id })}
      >
        {t(again ? 'governance.freezeAgainWords' : 'governance.freezeWords')}
      </ConfirmDialog>
    </>
  );
}
