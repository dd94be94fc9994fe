import { SegmentedControl, Stack } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { found } from '../app/found';
import { query } from '../app/query';
import { TextLink } from '../app/text-link';
import { ServiceDependenciesDocument, type ServiceDependenciesQuery } from '../generated/graphql';
import { CopyLink } from '../ui/copy-link';
import { LoadedPage } from '../ui/loaded-page';
import { PageHeader } from '../ui/page-header';
import { Panel } from '../ui/panel';
import { SimpleTable } from '../ui/simple-table';
import { CatalogCrumbs } from './catalog-crumbs';
import './choosing-words';
import { DependencyGraph } from './dependency-graph';
import { LifecycleBadge } from './lifecycle-badge';

const route = getRouteApi('/shell/catalog/$slug/dependencies');
type WithGraph = NonNullable<ServiceDependenciesQuery['service']>;
export type GraphNode = WithGraph['dependencies']['nodes'][number];
export type Where = 'self' | 'ABOVE' | 'BELOW';

/** If this service fails, what is hit? */
export function DependenciesPage() {
  const { t } = useTranslation();
  const { slug } = route.useParams();
  const asked = useQuery(query(ServiceDependenciesDocument, { slug }));
  return (
    <LoadedPage query={asked} kind={t('choosing.dependencies')}>
      {({ service }) => <Content service={found(service)} />}
    </LoadedPage>
  );
}

function Content({ service: { id, slug, name, dependencies } }: { service: WithGraph }) {
  const { t } = useTranslation();
  const { view = 'technical' } = route.useSearch();
  const navigate = route.useNavigate();
  const { impact } = dependencies;
  const business = view === 'business';
  const nodes = dependencies.nodes.filter((node) => !business || node.isBusiness || node.service.id === id);
  const edges = business ? dependencies.businessEdges : dependencies.edges;
  const above = aboveOf(id, dependencies.edges);
  const whereOf = (node: GraphNode): Where =>
    node.service.id === id ? 'self' : above.has(node.service.id) ? 'ABOVE' : 'BELOW';
  const nameOf = new Map(nodes.map((node) => [node.service.id, node.service.name]));
  const counted = (count: number, one: 'services' | 'subscriptions' | 'units') => t(`choosing.graph.${one}`, { count });
  return (
    <>
      <PageHeader
        above={<CatalogCrumbs service={{ slug, name }} />}
        title={t('choosing.graph.question', { name })}
        subtitle={t('choosing.graph.hit', {
          services: counted(impact.services, 'services'),
          business: impact.businessServices,
          subscriptions: counted(impact.subscriptions, 'subscriptions'),
          units: counted(impact.units, 'units'),
        })}
        actions={<CopyLink />}
      />
      <Stack gap="md">
        <Panel
          title={t(business ? 'choosing.graph.business' : 'choosing.graph.technical')}
          description={t(business ? 'choosing.graph.businessWords' : 'choosing.graph.technicalWords')}
          actions={
            <SegmentedControl
              size="xs"
              aria-label={t('choosing.graph.view')}
              value={view}
              data={(['technical', 'business'] as const).map((value) => ({
                value,
                label: t(`choosing.graph.${value}`),
              }))}
              onChange={(value) =>
                void navigate({ search: { view: value === 'business' ? 'business' : undefined }, replace: true })
              }
            />
          }
        >
          {nodes.length === 1 ? (
            <p className="quiet">{t('choosing.graph.alone')}</p>
          ) : (
            <DependencyGraph nodes={nodes} edges={edges} whereOf={whereOf} view={business ? 'business' : undefined} />
          )}
        </Panel>
        <Panel title={t('choosing.graph.table')}>
          <SimpleTable
            label={t('choosing.graph.table')}
            head={(['service', 'where', 'on', 'subscriptionsHead', 'unitsHead'] as const).map((one) =>
              t(`choosing.graph.${one}`),
            )}
            numeric={[3, 4]}
            rows={nodes.map((node) => [
              <span key="service">
                <TextLink to="/catalog/$slug" params={{ slug: node.service.slug }}>
                  {node.service.name}
                </TextLink>{' '}
                {node.service.lifecycle !== 'LIVE' && <LifecycleBadge lifecycle={node.service.lifecycle} />}
              </span>,
              t(`choosing.graph.${whereOf(node)}`),
              edges
                .flatMap((edge) => (edge.serviceId === node.service.id ? nameOf.get(edge.supportingServiceId) : []))
                .join(', ') || '–',
              node.subscriptions,
              node.units,
            ])}
          />
        </Panel>
      </Stack>
    </>
  );
}

/** What rests on a service, over any number of steps. */
function aboveOf(id: string, edges: WithGraph['dependencies']['edges']): Set<string> {
  const reached = new Set([id]);
  // A set tells what is added to it while one walks through it.
  for (const one of reached)
    for (const edge of edges) if (edge.supportingServiceId === one) reached.add(edge.serviceId);
  return reached;
}
