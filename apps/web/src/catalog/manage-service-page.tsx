import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LinkButton } from '../app/link-button';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { useViewer } from '../app/session';
import { ManagedServiceDocument, type ManagedServiceQuery } from '../generated/graphql';
import { Breadcrumbs } from '../ui/breadcrumbs';
import { EmptyState } from '../ui/empty-state';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { SearchTabs } from '../ui/search-tabs';
import { LifecycleBadge } from './lifecycle-badge';
import { OpenRetirements } from './retirement/open-retirements';
import { LifecyclePanel } from './lifecycle-panel';

const ArchetypeTab = onDemand(() => import('./archetype-tab').then((module) => module.ArchetypeTab));
const ServiceForm = onDemand(() => import('./service-form').then((module) => module.ServiceForm));
const SupportTab = onDemand(() => import('./support-tab').then((module) => module.SupportTab));
const OfferTab = onDemand(() => import('./offer-tab').then((module) => module.OfferTab));
const SubjectHistory = onDemand(() => import('../people/subject-history').then((module) => module.SubjectHistory));

const route = getRouteApi('/shell/manage/services/$slug');
export type ManagedService = NonNullable<ManagedServiceQuery['service']>;

/** What is this service, what does it cost and promise, and what is still missing before it goes live? */
export function ManageServicePage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(ManagedServiceDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('catalog.service')}>
      {({ service }) => <Content key={slug} service={found(service)} />}
    </LoadedPage>
  );
}

function Content({ service }: { service: ManagedService }) {
  const { t } = useTranslation();
  const { tab = 'about' } = route.useSearch();
  const navigate = route.useNavigate();
  const { viewerCanReadAudit } = useViewer();
  const { slug, name, lifecycle } = service;
  const tabs = [
    // Keyed by the version: what somebody else changed meanwhile is shown, not overwritten.
    {
      value: 'about' as const,
      label: t('catalog.tab.about'),
      content: <ServiceForm key={service.version} service={service} />,
    },
    {
      value: 'archetype' as const,
      label: t('catalog.tab.archetype'),
      content: <ArchetypeTab key={service.version} service={service} />,
    },
    {
      value: 'plans' as const,
      label: t('catalog.tab.plans', { count: service.plans.filter(({ endedAt }) => !endedAt).length }),
      content: <OfferTab slug={slug} />,
    },
    {
      value: 'support' as const,
      label: t('catalog.tab.support'),
      content: <SupportTab key={service.version} service={service} />,
    },
    ...(viewerCanReadAudit
      ? [
          {
            value: 'history' as const,
            label: t('people.history.title'),
            content: <SubjectHistory type="service" id={service.id} />,
          },
        ]
      : []),
  ];
  return (
    <>
      <PageHeader
        above={<Breadcrumbs crumbs={[{ label: t('app.nav.services'), to: '/manage/services' }]} />}
        title={name}
        subtitle={service.outcome}
        badges={<LifecycleBadge lifecycle={lifecycle} />}
        actions={
          <LinkButton to="/catalog/$slug" params={{ slug }} size="xs" variant="default">
            {t('catalog.manage.seeAsCustomer')}
          </LinkButton>
        }
      />
      {service.viewerCanChange ? (
        <Stack gap="lg">
          <LifecyclePanel service={service} />
          <OpenRetirements slug={slug} />
          <SearchTabs
            label={name}
            value={tabs.some(({ value }) => value === tab) ? tab : 'about'}
            onChange={(next) => void navigate({ search: { tab: next === 'about' ? undefined : next } })}
            tabs={tabs}
          />
        </Stack>
      ) : (
        <EmptyState kind="noPermission" owner={service.owner?.name ?? t('catalog.price.office')} />
      )}
    </>
  );
}
