import { keepPreviousData, MutationCache, QueryCache, QueryClient } from '@tanstack/react-query';
import { isRequestError } from './request-error';
import { returnToSignIn } from './return-to-sign-in';

function whenSignedOut(error: unknown): void {
  if (isRequestError(error, 'UNAUTHENTICATED')) returnToSignIn();
}

export const queryClient = new QueryClient({
  queryCache: new QueryCache({ onError: whenSignedOut }),
  mutationCache: new MutationCache({ onError: whenSignedOut }),
  defaultOptions: {
    queries: {
      // While a filter changes, the page keeps what it shows: no spinner pages.
      placeholderData: keepPreviousData,
      staleTime: 30_000,
      gcTime: 10 * 60_000,
      refetchOnWindowFocus: true,
      retry: (failures, error) => failures < 2 && isRequestError(error, 'NETWORK'),
    },
  },
});
