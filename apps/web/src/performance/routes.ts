import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { allow } from '../app/allow';
import { cursor, day, flag, oneOf, ordinal, ordinalOrNone, period, searchSchema, text } from '../app/search-params';
import { firstPage } from '../app/first-page';
import { sheetRoute, shellRoute } from '../app/shell-route';
import { FindingKindCodes, FindingStateCodes, ProposalStateCodes } from '../generated/graphql';
import { allowFirst } from '../people/views/default-view';
import { commitmentsSearch } from './commitments/commitments-search';
import { variant } from './what-if/variant-param';

const commitmentsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commitments',
  validateSearch: commitmentsSearch,
  beforeLoad: allowFirst('viewerCanSeeCommitments', '/commitments'),
  loaderDeps: ({ search }) => search,
  loader: ({ context: { queryClient }, deps }) =>
    void import('./commitments/commitments-queries').then(({ askAhead }) => askAhead(queryClient, deps)),
  component: firstPage(lazyRouteComponent(() => import('./commitments/commitments-page'), 'CommitmentsPage')),
});

const commitmentRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commitments/$service/$commitment',
  validateSearch: searchSchema({
    period: period(),
    revision: ordinal(),
    window: oneOf(['rolling']),
    tab: oneOf(['behind', 'measured', 'explanation', 'terms', 'chain', 'revisions']),
    since: day(),
    until: day(),
    bad: flag(),
    cursor: cursor(),
  }),
  component: lazyRouteComponent(() => import('./commitment/commitment-page'), 'CommitmentPage'),
});

const whatIfRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commitments/$service/$commitment/what-if',
  validateSearch: searchSchema({ v1: variant(), v2: variant(), v3: variant() }),
  component: lazyRouteComponent(() => import('./what-if/what-if-page'), 'WhatIfPage'),
});

const commitmentsSheet = createRoute({
  getParentRoute: () => sheetRoute,
  path: '/commitments/print',
  validateSearch: commitmentsSearch,
  beforeLoad: allow('viewerCanSeeCommitments'),
  component: lazyRouteComponent(() => import('./sheets/commitments-sheet-page'), 'CommitmentsSheetPage'),
});

const commitmentSheet = createRoute({
  getParentRoute: () => sheetRoute,
  path: '/commitments/$service/$commitment/print',
  validateSearch: searchSchema({ period: period(), revision: ordinalOrNone(), window: oneOf(['rolling']) }),
  component: lazyRouteComponent(() => import('./sheets/commitment-sheet-page'), 'CommitmentSheetPage'),
});

const breachesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commitments/breaches',
  validateSearch: searchSchema({
    period: period(),
    provider: text(),
    claims: oneOf(['open', 'accepted', 'done', 'gone', 'all']),
    by: oneOf(['PROVIDER', 'SERVICE', 'MONTH']),
    claim: cursor(),
    view: oneOf(['all']),
    cursor: cursor(),
  }),
  beforeLoad: allowFirst('viewerCanSeeEvidence', '/commitments/breaches'),
  component: lazyRouteComponent(() => import('./breaches/breaches-page'), 'BreachesPage'),
});

const claimRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/claims/$id',
  component: lazyRouteComponent(() => import('./claims/claim-page'), 'ClaimPage'),
});

const exclusionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commitments/exclusions',
  validateSearch: searchSchema({ state: oneOf(ProposalStateCodes), cursor: cursor() }),
  beforeLoad: allow('viewerCanSeeEvidence'),
  component: lazyRouteComponent(() => import('./exclusions/exclusions-page'), 'ExclusionsPage'),
});

const findingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/commitments/findings',
  validateSearch: searchSchema({
    kind: oneOf(FindingKindCodes),
    state: oneOf(FindingStateCodes),
    service: text(),
    cursor: cursor(),
  }),
  beforeLoad: allow('viewerCanSeeEvidence'),
  component: lazyRouteComponent(() => import('./findings/findings-page'), 'FindingsPage'),
});

const downtimeRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/manage/downtime',
  validateSearch: searchSchema({
    service: text(),
    tab: oneOf(['outages', 'maintenance', 'counts']),
    add: flag(),
    cursor: cursor(),
  }),
  beforeLoad: allow('viewerCanSeeEvidence'),
  component: lazyRouteComponent(() => import('./downtime/downtime-page'), 'DowntimePage'),
});

const ticketRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/tickets/$id',
  component: lazyRouteComponent(() => import('./tickets/ticket-page'), 'TicketPage'),
});

const importsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports',
  validateSearch: searchSchema({ cursor: cursor() }),
  beforeLoad: allow('viewerCanImport'),
  component: lazyRouteComponent(() => import('./imports/imports-page'), 'ImportsPage'),
});

const holdersRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/holders',
  validateSearch: searchSchema({ unnamed: flag(), cursor: cursor() }),
  beforeLoad: allow('viewerCanImport'),
  component: lazyRouteComponent(() => import('./custody/holders-page'), 'HoldersPage'),
});

const mappingRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/map',
  validateSearch: searchSchema({
    upload: text(),
    kind: oneOf(['TICKETS', 'PROBES', 'COUNTS', 'VALUES', 'OUTAGES', 'ANSWERS']),
    profile: text(),
    parted: oneOf(['comma', 'semicolon', 'tab', 'bar']),
    encoding: oneOf(['utf-8', 'windows-1252', 'iso-8859-1']),
  }),
  beforeLoad: allow('viewerCanImport'),
  component: lazyRouteComponent(() => import('./imports/mapping/mapping-page'), 'MappingPage'),
});

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/imports/$id',
  beforeLoad: allow('viewerCanImport'),
  component: lazyRouteComponent(() => import('./imports/import-page'), 'ImportPage'),
});

const sourcesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources',
  validateSearch: searchSchema({ add: flag(), show: oneOf(['others']), cursor: cursor() }),
  beforeLoad: allow('viewerCanMeasure'),
  component: lazyRouteComponent(() => import('./sources/sources-page'), 'SourcesPage'),
});

const sourceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/sources/$slug',
  beforeLoad: allow('viewerCanMeasure'),
  component: lazyRouteComponent(() => import('./sources/source-page'), 'SourcePage'),
});

export const performanceRoutes = [
  commitmentsRoute,
  commitmentRoute,
  whatIfRoute,
  breachesRoute,
  claimRoute,
  exclusionsRoute,
  findingsRoute,
  downtimeRoute,
  ticketRoute,
  importsRoute,
  mappingRoute,
  holdersRoute,
  importRoute,
  sourcesRoute,
  sourceRoute,
] as const;

/** Without the shell. */
export const performanceSheets = [commitmentsSheet, commitmentSheet] as const;
