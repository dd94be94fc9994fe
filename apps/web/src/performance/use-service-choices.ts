import { useQuery } from '@tanstack/react-query';
import { query } from '../app/query';
import { MeasuredServicesDocument } from '../generated/graphql';

/** Services to choose from, by name; none until they are loaded. */
export function useServiceChoices(): { value: string; label: string }[] {
  const found = useQuery(query(MeasuredServicesDocument, {}));
  return found.data?.services.edges.map(({ node }) => ({ value: node.id, label: node.name })) ?? [];
}
