import { Stack } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { LinkButton } from '../app/link-button';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { TextLink } from '../app/text-link';
import { useToday } from '../app/use-today';
import { ReviewDocument, ReviewStateCodes, type ReviewQuery, type ReviewState } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { CopyLink } from '../ui/copy-link';
import { formatDay, formatInstant, formatPeriod } from '../ui/format-instant';
import { KeyValueList } from '../ui/key-value-list';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { SearchTabs } from '../ui/search-tabs';
import { Stages } from '../ui/stages';
import { missingOf } from './missing-of';
import { newestPacks } from './newest-pack';
import { ReviewStateBadge } from './review-state';
import { speaksFor } from './speaks-for';
import './words';
import '../performance/words';

const CancelReview = onDemand(() => import('./cancel-review').then((module) => module.CancelReview));
const PrepareStep = onDemand(() => import('./prepare-step').then((module) => module.PrepareStep));
const RunStep = onDemand(() => import('./run-step').then((module) => module.RunStep));
const CloseStep = onDemand(() => import('./close-step').then((module) => module.CloseStep));
const ProviderSide = onDemand(() => import('./provider-side').then((module) => module.ProviderSide));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));

const route = getRouteApi('/shell/reviews/$id');
export type ReviewOnPage = NonNullable<ReviewQuery['review']>;

/** Is the evidence complete, what do we decide on it, and what is agreed? */
export function ReviewPage() {
  const { t } = useTranslation();
  const { id } = route.useParams();
  const asked = useQuery(query(ReviewDocument, { id }));
  return (
    <LoadedPage query={asked} kind={t('governance.review')}>
      {({ review }) => <Content key={id} review={found(review)} />}
    </LoadedPage>
  );
}

const stepOf = { PLANNED: 'prepare', PACK_FROZEN: 'run', HELD: 'run', CLOSED: 'close', CANCELLED: 'prepare' } as const;

/** What comes, or came, in this order. */
const stagesOf = (state: ReviewState): ReviewState[] =>
  state === 'CANCELLED' ? ['PLANNED', 'CANCELLED'] : ReviewStateCodes.filter((code) => code !== 'CANCELLED');

function Content({ review }: { review: ReviewOnPage }) {
  const { t } = useTranslation();
  const { step = stepOf[review.state] } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const today = useToday();
  const { id, provider, period, state, plannedOn, stateSince, chair } = review;
  const title = t('governance.reviewOf', { provider: provider.name, period: formatPeriod(period) });
  const outside = speaksFor(viewer, provider.id);
  const missing = outside ? [] : missingOf(review, today);
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.reviews'), to: '/reviews' }]} />}
        title={title}
        subtitle={t(outside ? 'governance.reviewOutside' : 'governance.reviewSubtitle')}
        badges={<ReviewStateBadge state={state} />}
        actions={
          <>
            {review.viewerCanCancel && <CancelReview id={id} />}
            {newestPacks(review.packs).map(({ edition }) => (
              <LinkButton
                key={edition}
                size="xs"
                variant="default"
                leftSection={<IconPrinter size={15} />}
                to="/reviews/$id/pack"
                params={{ id }}
                search={{ edition }}
              >
                {t(outside ? 'governance.print.open' : `governance.print.${edition}`)}
              </LinkButton>
            ))}
            <CopyLink />
          </>
        }
      />
      <Stack gap="md">
        <Panel>
          <Stack gap="md">
            <Stages
              label={t('governance.stages')}
              current={state}
              over={state === 'CLOSED'}
              stages={stagesOf(state).map((code) => ({ id: code, label: t(`governance.state.${code}`) }))}
            />
            <KeyValueList
              columns={3}
              items={[
                {
                  label: t('catalog.facet.provider'),
                  value: (
                    <TextLink to="/providers/$slug" params={{ slug: provider.slug }} underline="always">
                      {provider.name}
                    </TextLink>
                  ),
                },
                { label: t('governance.plannedOn'), value: formatDay(plannedOn) },
                { label: t('governance.chair'), value: chair.name },
                { label: t('governance.since'), value: formatInstant(stateSince, { style: 'date' }) },
                ...(review.cancelReason
                  ? [{ label: t('governance.cancelledBecause'), value: review.cancelReason }]
                  : []),
                ...(missing.length > 0
                  ? [
                      {
                        label: t('governance.missingHead'),
                        value: missing.map((what) => t(`governance.missing.${what}`)).join(' · '),
                      },
                    ]
                  : []),
              ]}
            />
          </Stack>
        </Panel>
        {outside ? (
          <ProviderSide review={review} />
        ) : (
          <SearchTabs
            label={title}
            value={step}
            onChange={(next) => void navigate({ search: (old) => ({ ...old, step: next }), resetScroll: false })}
            tabs={[
              { value: 'prepare', label: t('governance.step.prepare'), content: <PrepareStep review={review} /> },
              { value: 'run', label: t('governance.step.run'), content: <RunStep review={review} /> },
              { value: 'close', label: t('governance.step.close'), content: <CloseStep review={review} /> },
            ]}
          />
        )}
        {viewer.viewerCanReadAudit && <SubjectHistory type="review" id={id} />}
      </Stack>
    </>
  );
}
