import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { ProviderChoicesDocument } from '../generated/graphql';

/** The providers that the viewer knows of, to choose one as a filter. */
export function useProviderChoices(): { value: string; label: string }[] {
  const { data } = useQuery(query(ProviderChoicesDocument, {}));
  return data?.providers.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
}
