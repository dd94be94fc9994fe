import { createRouter } from '@tanstack/react-router';
import { wantTitleFocus } from '../ui/title-focus';
import { NotFoundPage } from './not-found-page';
import { queryClient } from './query-client';
import { RouteError } from './route-error';
import { routeTree } from './routes';
import { parseSearch, stringifySearch } from './search-codec';

export const router = createRouter({
  routeTree,
  context: { queryClient },
  parseSearch,
  stringifySearch,
  defaultPreload: 'intent',
  // Freshness is the query cache's business.
  defaultPreloadStaleTime: 0,
  defaultErrorComponent: RouteError,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

router.subscribe('onBeforeNavigate', ({ fromLocation, pathChanged }) => {
  if (fromLocation && pathChanged) wantTitleFocus();
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
