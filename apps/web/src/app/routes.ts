import { agreementRoutes } from '../agreements/routes';
import { catalogRoutes } from '../catalog/routes';
import { governanceRoutes, reviewSheets } from '../governance/routes';
import { orderRoutes } from '../orders/routes';
import { peopleRoutes, signInRoute } from '../people/routes';
import { performanceRoutes, performanceSheets } from '../performance/routes';
import { providerRoutes } from '../providers/routes';
import { rewardRoutes } from '../rewards/routes';
import { displayRoute, forbiddenRoute, homeRoute, indexRoute, nowhereRoute } from './home-route';
import { rootRoute } from './root-route';
import { sheetRoute, shellRoute } from './shell-route';

/** Every address of the product; each noun brings its own. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  shellRoute.addChildren([
    indexRoute,
    homeRoute,
    forbiddenRoute,
    displayRoute,
    nowhereRoute,
    ...catalogRoutes,
    ...orderRoutes,
    ...agreementRoutes,
    ...performanceRoutes,
    ...providerRoutes,
    ...governanceRoutes,
    ...rewardRoutes,
    ...peopleRoutes,
  ]),
  sheetRoute.addChildren([...reviewSheets, ...performanceSheets]),
]);
