import { useSearch } from '@tanstack/react-router';
import { zone } from './search-params';

const read = zone();

/** Which zone the address names, as copied links do; it may stand in the address of every page. */
export function useLinkedZone(): string | undefined {
  const { tz } = useSearch({ strict: false }) as { tz?: unknown };
  return read(tz);
}
