import { Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { LinkButton } from '../app/link-button';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { ServicePageDocument, type ServicePageQuery } from '../generated/graphql';
import { CopyLink } from '../ui/copy-link';
import { LoadedPage } from '../ui/loaded-page';
import { onDemand } from '../ui/on-demand';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { ToneBadge } from '../ui/tone-badge';
import { CatalogCrumbs } from './catalog-crumbs';
import { LifecycleBadge } from './lifecycle-badge';
import { ServiceFacts } from './service-facts';
import { ServiceNotice } from './service-notice';
import { ServicePlans } from './service-plans';
import { ServicePromises } from './service-promises';
import { ServiceWhy } from './service-why';
import classes from './service-page.module.css';

const AddToOrder = onDemand(() => import('../orders/add-to-order').then((module) => module.AddToOrder));
const ServiceChoosing = onDemand(() => import('./service-choosing').then((module) => module.ServiceChoosing));

const ServiceToMove = onDemand(() => import('./service-to-move').then((module) => module.ServiceToMove));

const route = getRouteApi('/shell/catalog/$slug');
export type ServiceOnPage = NonNullable<ServicePageQuery['service']>;

/** Is it right for me, what does it cost, what is promised, and is it kept? */
export function ServicePage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(ServicePageDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('catalog.service')}>
      {({ service }) => <Content service={found(service)} />}
    </LoadedPage>
  );
}

function Content({ service }: { service: ServiceOnPage }) {
  const { t } = useTranslation();
  const { slug, name, outcome, description, lifecycle } = service;
  return (
    <>
      <PageHeader
        above={<CatalogCrumbs />}
        title={name}
        subtitle={outcome}
        badges={
          <>
            {lifecycle !== 'LIVE' && <LifecycleBadge lifecycle={lifecycle} />}
            {service.demo && <ToneBadge>{t('people.demo.banner')}</ToneBadge>}
          </>
        }
        actions={
          <>
            <CopyLink />
            {service.viewerCanOrder && (
              <>
                <AddToOrder service={service} />
                <LinkButton to="/order" search={{ service: slug }} size="xs">
                  {t('catalog.order')}
                </LinkButton>
              </>
            )}
            {service.viewerCanChange && (
              <LinkButton to="/manage/services/$slug" params={{ slug }} size="xs" variant="default">
                {t('catalog.manage.title')}
              </LinkButton>
            )}
          </>
        }
      />
      <Stack gap="md">
        <ServiceNotice service={service} />
        {service.viewerSubscriptionsToMove.length > 0 && <ServiceToMove service={service} />}
        <ServicePromises service={service} />
        <div className={classes.columns}>
          <Stack gap="md">
            <ServicePlans service={service} />
            {description && (
              <Panel title={t('catalog.about')}>
                <div className={classes.description}>{description}</div>
              </Panel>
            )}
          </Stack>
          <Stack gap="md">
            <ServiceFacts service={service} />
            <ServiceChoosing slug={slug} name={name} />
            <ServiceWhy service={service} />
          </Stack>
        </div>
      </Stack>
    </>
  );
}
