import { Button, Group, Stack } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { useToday } from '../app/use-today';
import { ReviewsDocument, ReviewStateCodes } from '../generated/graphql';
import { useProviderChoices } from '../providers/use-provider-choices';
import { Choice } from '../ui/choice';
import { EmptyState } from '../ui/empty-state';
import { formatPeriod } from '../ui/format-instant';
import { Listing } from '../ui/listing';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { daysOf, quarterOptions } from './quarters';
import { ReviewsByMonth } from './reviews-table';
import './words';
import '../performance/words';

const PlanReviewDialog = onDemand(() => import('./plan-review-dialog').then((module) => module.PlanReviewDialog));

const route = getRouteApi('/shell/reviews');

/** Which reviews are due, with whom, and what do they still need? */
export function ReviewsPage() {
  const { t } = useTranslation();
  const search = route.useSearch();
  const { quarter, state, provider, cursor, add } = search;
  const navigate = route.useNavigate();
  const { viewerCanManageReviews } = useViewer();
  const asked = useQuery(
    query(ReviewsDocument, { ...daysOf(quarter), state, providerId: provider, first: 50, after: cursor }),
  );
  const choices = useProviderChoices();
  const quarters = quarterOptions(useToday(), quarter);
  const filters = [
    ...(quarter ? [formatPeriod(quarter)] : []),
    ...(state ? [t(`governance.state.${state}`)] : []),
    ...(provider ? [choices.find(({ value }) => value === provider)?.label ?? t('catalog.facet.provider')] : []),
  ];
  const change = (next: Partial<typeof search>) =>
    void navigate({ search: (old) => ({ ...old, cursor: undefined, ...next }) });
  const plan = viewerCanManageReviews && (
    <Button leftSection={<IconPlus size={16} />} onClick={() => change({ add: true, cursor })}>
      {t('governance.plan')}
    </Button>
  );
  return (
    <>
      <PageHeader title={t('app.nav.reviews')} subtitle={t('governance.reviewsSubtitle')} actions={plan} />
      <Group mb="md">
        <Choice
          quiet
          label={t('governance.quarter')}
          width={160}
          none={t('governance.anyQuarter')}
          data={quarters}
          value={quarter ?? null}
          onChange={(value) => change({ quarter: value ?? undefined })}
        />
        <Choice
          quiet
          label={t('governance.stateHead')}
          width={190}
          none={t('governance.anyState')}
          data={ReviewStateCodes.map((value) => ({ value, label: t(`governance.state.${value}`) }))}
          value={state ?? null}
          onChange={(value) => change({ state: value ?? undefined })}
        />
        {choices.length > 1 && (
          <Choice
            quiet
            label={t('catalog.facet.provider')}
            width={220}
            none={t('performance.breaches.anyProvider')}
            data={choices}
            value={provider ?? null}
            onChange={(value) => change({ provider: value ?? undefined })}
          />
        )}
      </Group>
      <Loaded query={asked}>
        {({ reviews }) => (
          <Listing
            page={reviews}
            cursor={cursor}
            onPage={(next) => change({ cursor: next })}
            filters={filters}
            onClear={() => change({ quarter: undefined, state: undefined, provider: undefined })}
            none={
              <EmptyState kind="nothingYet" title={t('governance.noReviews')} action={plan}>
                {t('governance.noReviewsWords')}
              </EmptyState>
            }
          >
            {(rows, pager) => (
              <Stack gap="lg">
                <ReviewsByMonth reviews={rows} />
                {pager}
              </Stack>
            )}
          </Listing>
        )}
      </Loaded>
      {add && viewerCanManageReviews && <PlanReviewDialog onClose={() => change({ add: undefined, cursor })} />}
    </>
  );
}
