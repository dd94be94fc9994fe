import { canManageBundles, holdsEverywhere, type Viewer } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';
import { visibleServices } from '../services/visible-services.js';

/**
 * Whether the viewer sees `bundle b`, as a condition: one that is offered, whose required parts they see; and those that
 * they change, whatever their state.
 */
export function visibleBundles(viewer: Viewer, parameters: Parameters): string {
  const visible = visibleServices(viewer, parameters);
  if (visible === 'false') return 'false';
  const hidden = `EXISTS (
    SELECT FROM bundle_part x JOIN plan p ON p.id = x.plan_id JOIN service s ON s.id = p.service_id
     WHERE x.bundle_id = b.id AND x.required AND NOT ${visible})`;
  const offered = `(b.live_version_id IS NOT NULL AND b.ended_at IS NULL${visible === 'true' ? '' : ` AND NOT ${hidden}`})`;
  return `(${offered} OR ${changedBundles(viewer, parameters)})`;
}

/** Whether the viewer changes `bundle b`: what `canChangeBundle` decides for one. */
export function changedBundles(viewer: Viewer, parameters: Parameters): string {
  if (!canManageBundles(viewer)) return 'false';
  return holdsEverywhere(viewer, ['btOffice']) ? 'true' : `b.owner_id = ${parameters.add(viewer.personId)}`;
}
