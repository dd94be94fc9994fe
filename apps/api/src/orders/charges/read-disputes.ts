import { isOutsider, monthOf, reachOf, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { visibleLines } from './visible-lines.js';

/** Disputes `d` with their lines `l` and the subscriptions `b` of these. */
export const DISPUTES = `FROM charge_dispute d
  JOIN bill_line l ON (l.run_id, l.unit_id, l.subscription_id, l.case_id) = (d.run_id, d.unit_id, d.subscription_id, d.case_id)
  JOIN subscription b ON b.id = l.subscription_id`;

/** Those of lines that the viewer reads, and of services that the viewer owns. */
export function visibleDisputes(viewer: Viewer, parameters: Parameters): string {
  const condition = visibleLines(viewer, null, parameters);
  const owned = reachOf(viewer, ['serviceOwner'], 'service');
  const ofService = owned === 'all' ? 'true' : `l.service_id = ANY (${parameters.add(owned)}::uuid[])`;
  return `(${condition} OR NOT ${parameters.add(isOutsider(viewer))}::boolean AND ${ofService})`;
}

/** For notices: those of the ids that the reader may read. */
export async function readDisputes(manager: EntityManager, viewer: Viewer, ids: readonly string[]) {
  const parameters = new Parameters();
  const among = `d.id = ANY (${parameters.add(ids)}::uuid[])`;
  const rows: { id: string; label: string; fromDate: string }[] = await manager.query(
    `SELECT d.id, l.label, r.from_date::text AS "fromDate" ${DISPUTES} JOIN charge_run r ON r.id = l.run_id
      WHERE ${among} AND ${visibleDisputes(viewer, parameters)}`,
    parameters.values,
  );
  return rows.map(({ id, label, fromDate }) => ({ id, name: label, path: `/bill/${monthOf(fromDate)}` }));
}
