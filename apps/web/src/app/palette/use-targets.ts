import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import '../../orders/words';
import { PaletteDocument, type PaletteQuery } from '../../generated/graphql';
import { isOutside } from '../is-outside';
import { query } from '../query';
import { useViewer } from '../session';
import { viewLink } from '../../people/views/view-link';
import { actTargets, pageActs } from './page-acts';
import { beginningsOf, isAbout, placesOf, type Target } from './palette-places';

export interface TargetGroup {
  key:
    | 'acts'
    | 'beginnings'
    | 'views'
    | 'commitments'
    | 'agreements'
    | 'places'
    | 'orders'
    | 'services'
    | 'bundles'
    | 'providers'
    | 'catalog';
  targets: Target[];
}

const mostBundles = 3;
const mostViews = 5;

/** All that a text may mean, in the order in which people mean it. */
export function useTargets(text: string): { groups: TargetGroup[]; underWay: boolean } {
  const { t } = useTranslation();
  const viewer = useViewer();
  const [settled] = useDebouncedValue(text, 150);
  const inside = !isOutside(viewer);
  const asked = useQuery({
    ...query(PaletteDocument, {
      search: settled,
      inside,
      providers: viewer.viewerCanSeeProviders,
      commitments: viewer.viewerCanSeeCommitments,
      agreements: viewer.viewerCanManageAgreements,
    }),
    enabled: settled !== '',
    placeholderData: keepPreviousData,
  });
  const found = text === '' ? undefined : asked.data;
  const everywhere: Target = {
    key: 'catalog',
    label: t('app.palette.inCatalog', { words: text }),
    note: '',
    link: { to: '/catalog', search: { q: text } },
  };
  // As the screen stands when the palette opens over it.
  const [offered] = useState(pageActs);
  const groups: TargetGroup[] = [
    { key: 'places', targets: placesOf(viewer, text, t) },
    { key: 'acts', targets: actTargets(offered, text) },
    { key: 'beginnings', targets: text === '' ? [] : beginningsOf(viewer, text, t) },
    { key: 'views', targets: viewsOf(found, text) },
    { key: 'commitments', targets: commitmentsOf(found) },
    { key: 'agreements', targets: agreementsOf(found) },
    { key: 'orders', targets: ordersOf(found, (state) => t(`orders.state.${state}`)) },
    { key: 'services', targets: servicesOf(found) },
    { key: 'bundles', targets: bundlesOf(found) },
    { key: 'providers', targets: providersOf(found) },
    { key: 'catalog', targets: text !== '' && inside ? [everywhere] : [] },
  ];
  const underWay = text !== '' && (text !== settled || asked.isFetching);
  return { groups: groups.filter(({ targets }) => targets.length > 0), underWay };
}

type Found = PaletteQuery | undefined;
type OrderState = NonNullable<PaletteQuery['orders']>['edges'][number]['node']['state'];

/** What comes nearest where nothing has the words. */
function servicesOf(found: Found): Target[] {
  const { edges = [], suggestions = [] } = found?.services ?? {};
  return (edges.length > 0 ? edges.map(({ node }) => node) : suggestions).map(({ id, slug, name, outcome }) => ({
    key: id,
    label: name,
    note: outcome,
    link: { to: '/catalog/$slug', params: { slug } as never },
  }));
}

function bundlesOf(found: Found): Target[] {
  return (found?.bundles ?? []).slice(0, mostBundles).map(({ id, slug, name, outcome }) => ({
    key: id,
    label: name,
    note: outcome,
    link: { to: '/catalog/bundles/$slug', params: { slug } as never },
  }));
}

function ordersOf(found: Found, stateWords: (state: OrderState) => string): Target[] {
  return (found?.orders?.edges ?? []).map(({ node: { id, number, state, items } }) => ({
    key: id,
    label: `${number} ${[...new Set(items.map(({ service }) => service.name))].join(', ')}`,
    note: stateWords(state),
    link: { to: '/orders/$id', params: { id } as never },
  }));
}

function viewsOf(found: Found, text: string): Target[] {
  const views = found?.savedViews.filter(({ name }) => isAbout(name, text)) ?? [];
  return views
    .slice(0, mostViews)
    .map((view) => ({ key: view.id, label: view.name, note: view.path, link: viewLink(view) }));
}

function commitmentsOf(found: Found): Target[] {
  return (found?.commitments?.edges ?? []).map(({ node: { id, slug, name, service, agreement } }) => ({
    key: id,
    label: `${service.name}: ${name}`,
    note: agreement.kind,
    link: {
      to: '/commitments/$service/$commitment',
      params: { service: service.slug, commitment: slug } as never,
    },
  }));
}

function agreementsOf(found: Found): Target[] {
  return (found?.agreements?.edges ?? []).map(({ node: { id, slug, name, kind } }) => ({
    key: id,
    label: name,
    note: kind,
    link: { to: '/agreements/$slug', params: { slug } as never },
  }));
}

function providersOf(found: Found): Target[] {
  return (found?.providers?.edges ?? []).map(({ node: { id, slug, name } }) => ({
    key: id,
    label: name,
    note: '',
    link: { to: '/providers/$slug', params: { slug } as never },
  }));
}
