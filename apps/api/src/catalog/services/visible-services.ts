import { insiderReach, type Reach, type Viewer } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';
import { publishedTo } from './entitled-services.js';

/** What `canSeeService` decides for one service, as a condition on the rows of `service s`. */
export function visibleServices(viewer: Viewer, parameters: Parameters): string {
  const reach = insiderReach(viewer);
  if (!reach) return 'false';
  if (reach.services === 'all') return 'true';
  const within = (column: string, ids: Reach) =>
    ids.length > 0 ? [`s.${column} = ANY (${parameters.add(ids)}::uuid[])`] : [];
  const alternatives = [
    publishedTo(viewer, parameters),
    `s.owner_id = ${parameters.add(viewer.personId)}`,
    ...within('id', reach.services),
    ...within('provider_id', reach.providers),
    ...within('unit_id', reach.units),
  ];
  return `(${alternatives.join(' OR ')})`;
}
