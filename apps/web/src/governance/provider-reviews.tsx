import { Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { query } from '../app/query';
import { ProviderActionsDocument, ProviderReviewsDocument } from '../generated/graphql';
import { EmptyState } from '../ui/empty-state';
import { Loaded } from '../ui/loaded';
import { onDemand } from '../ui/on-demand';
import { ActionList } from './action-list';
import { ReviewsTable } from './reviews-table';
import './words';

const PlanReviewDialog = onDemand(() => import('./plan-review-dialog').then((module) => module.PlanReviewDialog));

/** The reviews held and planned with a provider. */
export function ProviderReviews({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const [planning, setPlanning] = useState(false);
  const asked = useQuery(query(ProviderReviewsDocument, { slug }));
  return (
    <Loaded query={asked}>
      {({ provider }) => {
        if (!provider) return null;
        const plan = provider.viewerCanPlanReview && (
          <Button size="xs" style={{ alignSelf: 'start' }} onClick={() => setPlanning(true)}>
            {t('governance.plan')}
          </Button>
        );
        return (
          <Stack gap="md">
            {provider.reviews.length === 0 ? (
              <EmptyState kind="nothingYet" title={t('governance.noReviews')} action={plan}>
                {t('governance.noReviewsWords')}
              </EmptyState>
            ) : (
              <>
                {plan}
                <ReviewsTable label={t('app.nav.reviews')} reviews={provider.reviews} ofOneProvider />
              </>
            )}
            {planning && <PlanReviewDialog provider={provider} onClose={() => setPlanning(false)} />}
          </Stack>
        );
      }}
    </Loaded>
  );
}

/** What was taken on with a provider, by either side. */
export function ProviderActions({ slug }: { slug: string }) {
  const { t } = useTranslation();
  const asked = useQuery(query(ProviderActionsDocument, { slug }));
  return (
    <Loaded query={asked}>
      {({ provider }) =>
        provider && provider.actions.length > 0 ? (
          <ActionList label={t('app.nav.actions')} actions={provider.actions} within="provider" />
        ) : (
          <EmptyState kind="nothingYet" title={t('governance.action.none')}>
            {t('governance.action.noneWords')}
          </EmptyState>
        )
      }
    </Loaded>
  );
}
