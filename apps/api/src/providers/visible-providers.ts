import { providersVisibleTo, type Viewer } from '@accord/domain';
import type { Parameters } from '../platform/database/parameters.js';

/** What `canSeeProvider` decides for one provider, as a condition on the rows of `provider p`. */
export function visibleProviders(viewer: Viewer, parameters: Parameters): string {
  const reach = providersVisibleTo(viewer);
  return reach === 'all' ? 'true' : `p.id = ANY (${parameters.add(reach)}::uuid[])`;
}
