import { Outlet } from '@tanstack/react-router';
import { showZone } from '../ui/shown-zone';
import { useLinkedZone } from './use-linked-zone';

/** The page, with its times in the zone of the link that was opened, if it names one; another zone draws it anew. */
export function LinkedZone() {
  const zone = useLinkedZone();
  showZone(zone);
  return <Outlet key={zone ?? ''} />;
}
