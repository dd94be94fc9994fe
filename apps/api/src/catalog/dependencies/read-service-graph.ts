import { contracted, hitBy, type ServiceSupport, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { visibleServices } from '../services/visible-services.js';

export interface GraphNodeRow {
  id: string;
  isBusiness: boolean;
  isHit: boolean;
  subscriptions: number;
  units: number;
}

/** All that is above a service and all that is below it; not what else rests on the latter. */
const SUPPORTS = `
  WITH RECURSIVE below(id) AS (
    SELECT $1::uuid UNION SELECT supporting_service_id FROM service_support JOIN below ON service_id = below.id
  ), above(id) AS (
    SELECT $1::uuid UNION SELECT service_id FROM service_support JOIN above ON supporting_service_id = above.id
  )
  SELECT service_id AS "serviceId", supporting_service_id AS "supportingServiceId" FROM service_support
   WHERE service_id IN (SELECT id FROM below) OR supporting_service_id IN (SELECT id FROM above)`;

interface NodeRow {
  id: string;
  visible: boolean;
  isBusiness: boolean;
  inUse: boolean;
  subscriptions: number;
  unitIds: string[];
}

/** Two statements, however large the graph. What the viewer does not see is left out; what rests on it stays joined. */
export async function readServiceGraph(manager: EntityManager, viewer: Viewer, serviceId: string) {
  const supports: ServiceSupport[] = await manager.query(SUPPORTS, [serviceId]);
  const nodes = await readNodes(manager, viewer, [
    serviceId,
    ...supports.flatMap((one) => [one.serviceId, one.supportingServiceId]),
  ]);
  const visible = nodes.filter((node) => node.visible || node.id === serviceId);
  const isHit = new Set([serviceId, ...hitBy(serviceId, supports)]);
  // What is not in use yet, or no more, can fail nobody.
  const hit = visible.filter(({ id, inUse }) => isHit.has(id) && inUse);
  const ids = (some: readonly NodeRow[]) => new Set(some.map(({ id }) => id));
  return {
    nodes: visible.map(({ id, isBusiness, inUse, subscriptions, unitIds }): GraphNodeRow => {
      return { id, isBusiness, isHit: isHit.has(id) && inUse, subscriptions, units: unitIds.length };
    }),
    edges: contracted(supports, ids(visible)),
    businessEdges: contracted(supports, ids(visible.filter(({ id, isBusiness }) => isBusiness || id === serviceId))),
    impact: {
      services: hit.length,
      businessServices: hit.filter(({ isBusiness }) => isBusiness).length,
      subscriptions: hit.reduce((sum, { subscriptions }) => sum + subscriptions, 0),
      units: new Set(hit.flatMap(({ unitIds }) => unitIds)).size,
    },
  };
}

function readNodes(manager: EntityManager, viewer: Viewer, ids: readonly string[]): Promise<NodeRow[]> {
  const parameters = new Parameters();
  return manager.query(
    `SELECT s.id, ${visibleServices(viewer, parameters)} AS visible, s.lifecycle IN ('live', 'retiring') AS "inUse",
            EXISTS (SELECT FROM plan p WHERE p.service_id = s.id AND p.ended_at IS NULL) AS "isBusiness",
            (SELECT count(*)::int FROM subscription b WHERE b.service_id = s.id AND b.state <> 'ended') AS subscriptions,
            ARRAY(SELECT DISTINCT b.unit_id::text FROM subscription b
                   WHERE b.service_id = s.id AND b.state <> 'ended') AS "unitIds"
       FROM service s WHERE s.id = ANY (${parameters.add(ids)}::uuid[])
      ORDER BY s.name COLLATE "und-x-icu", s.id`,
    parameters.values,
  );
}
