import { queryOptions, useQuery } from '@tanstack/react-query';
import { everyPage } from '../app/every-page';
import { request } from '../app/request';
import { ProviderChoicesDocument } from '../generated/graphql';

const everyProvider = queryOptions({
  queryKey: ['ProviderChoices'] as const,
  queryFn: ({ signal }) =>
    everyPage(async (after?: string | null) => (await request(ProviderChoicesDocument, { after }, signal)).providers),
});

/** The providers that the viewer knows of, to choose one as a filter. */
export function useProviderChoices(): { value: string; label: string }[] {
  return useQuery(everyProvider).data?.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
}
