import { useQuery } from '@tanstack/react-query';
import { everyService } from './every-service';

/** Services to choose from, by name; none until they are loaded. */
export function useServiceChoices(): { value: string; label: string }[] {
  return useQuery(everyService).data?.map(({ id, name }) => ({ value: id, label: name })) ?? [];
}
