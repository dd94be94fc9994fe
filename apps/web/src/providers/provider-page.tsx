import { Anchor, Button, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PromiseTable } from '../agreements/promise-table';
import { found } from '../app/found';
import { isOutside } from '../app/is-outside';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { useAct } from '../app/use-act';
import { EndProviderDocument, ProviderPageDocument, type ProviderPageQuery } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { ConfirmDialog } from '../ui/confirm-dialog';
import { CopyLink } from '../ui/copy-link';
import { EmptyState } from '../ui/empty-state';
import { KeyValueList } from '../ui/key-value-list';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { SearchTabs } from '../ui/search-tabs';
import { ToneBadge } from '../ui/tone-badge';
import { countryName } from './countries';
import { Standing } from './standing';

const ProviderDialog = onDemand(() => import('./provider-dialog').then((module) => module.ProviderDialog));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));
const ProviderAgreements = onDemand(() => import('./provider-agreements').then((module) => module.ProviderAgreements));
const ProviderServices = onDemand(() => import('./provider-services').then((module) => module.ProviderServices));

const ProviderScorecard = onDemand(() =>
  import('../governance/provider-scorecard').then((module) => module.ProviderScorecard),
);
const ProviderReviews = onDemand(() =>
  import('../governance/provider-reviews').then((module) => module.ProviderReviews),
);
const ProviderActions = onDemand(() =>
  import('../governance/provider-reviews').then((module) => module.ProviderActions),
);

const route = getRouteApi('/shell/providers/$slug');
export type ProviderOnPage = NonNullable<ProviderPageQuery['provider']>;

/** How does this provider do against what it promised? */
export function ProviderPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(ProviderPageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('catalog.facet.provider')}>
      {({ provider }) => <Content key={slug} provider={found(provider)} />}
    </LoadedPage>
  );
}

function Content({ provider }: { provider: ProviderOnPage }) {
  const { t } = useTranslation();
  const { tab = 'commitments' } = route.useSearch();
  const navigate = route.useNavigate();
  const viewer = useViewer();
  const outside = isOutside(viewer);
  const { name, kind, commitments, services, agreements } = provider;
  const zones = [...new Set(commitments.map(({ agreement }) => agreement.timeZone))];
  return (
    <>
      <PageHeader
        above={
          viewer.viewerCanSeeProviders && <Breadcrumbs crumbs={[{ label: t('app.nav.providers'), to: '/providers' }]} />
        }
        title={name}
        subtitle={provider.description}
        zone={zones.length > 0 && t('ui.periodsIn', { zone: zones.join(', ') })}
        badges={
          <>
            <ToneBadge>{t(`providers.kind.${kind}`)}</ToneBadge>
            {provider.endedAt && <ToneBadge tone="warning">{t('providers.ended')}</ToneBadge>}
          </>
        }
        actions={
          <>
            <CopyLink />
            {provider.viewerCanChange && !provider.endedAt && <Actions provider={provider} />}
          </>
        }
      />
      <Stack gap="md">
        <Panel title={t('providers.standing')} description={t('providers.standingWords')}>
          <Standing standing={provider.standing} />
        </Panel>
        <SearchTabs
          label={name}
          value={tab}
          onChange={(next) => void navigate({ search: { tab: next === 'commitments' ? undefined : next } })}
          tabs={[
            {
              value: 'commitments',
              label: t('providers.tab.commitments', { count: commitments.length }),
              content:
                commitments.length === 0 ? (
                  <EmptyState kind="nothingYet" title={t('providers.noCommitments')}>
                    {t('providers.noCommitmentsWords')}
                  </EmptyState>
                ) : (
                  <PromiseTable label={t('providers.table', { name })} commitments={commitments} named="service" />
                ),
            },
            ...(outside
              ? []
              : [
                  {
                    value: 'scorecard' as const,
                    label: t('providers.tab.scorecard'),
                    content: <ProviderScorecard slug={provider.slug} />,
                  },
                ]),
            ...(viewer.viewerCanSeeReviews
              ? [
                  {
                    value: 'reviews' as const,
                    label: t('app.nav.reviews'),
                    content: <ProviderReviews slug={provider.slug} />,
                  },
                  {
                    value: 'actions' as const,
                    label: t('app.nav.actions'),
                    content: <ProviderActions slug={provider.slug} />,
                  },
                ]
              : []),
            {
              value: 'services',
              label: t('providers.tab.services', { count: services.length }),
              content: <ProviderServices services={services} />,
            },
            {
              value: 'agreements',
              label: t('providers.tab.agreements', { count: agreements.length }),
              content: <ProviderAgreements agreements={agreements} />,
            },
          ]}
        />
        <Panel title={t('people.person.about')}>
          <KeyValueList
            columns={3}
            items={
              kind === 'INTERNAL'
                ? [
                    { label: t('people.scopeKind.TEAM'), value: provider.team?.name },
                    { label: t('providers.people'), value: provider.team?.members.length },
                  ]
                : [
                    { label: t('providers.country'), value: countryName(provider.country) },
                    {
                      label: t('providers.website'),
                      value: provider.website && (
                        <Anchor href={provider.website} target="_blank" rel="noreferrer">
                          {provider.website}
                        </Anchor>
                      ),
                    },
                  ]
            }
          />
        </Panel>
        {viewer.viewerCanReadAudit && <SubjectHistory type="provider" id={provider.id} />}
      </Stack>
    </>
  );
}

function Actions({ provider }: { provider: ProviderOnPage }) {
  const { t } = useTranslation();
  const [doing, setDoing] = useState<'change' | 'end' | null>(null);
  const end = useAct(EndProviderDocument, { done: t('providers.endDone', { name: provider.name }) });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setDoing('change')}>
        {t('people.person.change')}
      </Button>
      <Button size="xs" variant="default" onClick={() => setDoing('end')}>
        {t('people.person.end')}
      </Button>
      {doing === 'change' && <ProviderDialog provider={provider} onClose={() => setDoing(null)} />}
      {doing === 'end' && (
        <ConfirmDialog
          opened
          onClose={() => setDoing(null)}
          title={t('providers.endTitle', { name: provider.name })}
          confirm={t('people.person.end')}
          danger
          withReason
          onConfirm={(reason) => end.mutateAsync({ id: provider.id, reason })}
        >
          {t('providers.endWords')}
        </ConfirmDialog>
      )}
    </>
  );
}
