import { billReach, type Viewer } from '@accord/domain';
import type { Parameters } from '../../platform/database/parameters.js';

export const BILL_GROUPS = ['service', 'plan', 'unit'] as const;
export type BillGrouping = (typeof BILL_GROUPS)[number];

/** Of lines `l`. */
export const GROUP_COLUMNS: Record<BillGrouping, string> = {
  service: 'l.service_id',
  plan: 'l.plan_id',
  unit: 'l.unit_id',
};

/** Only lines `l` of one part of a bill. */
export const groupIs = (
  { by, groupId }: { by: BillGrouping; groupId: string | null },
  parameters: Parameters,
): string => (groupId === null ? '' : ` AND ${parameters.is(GROUP_COLUMNS[by], groupId)}`);

/** What of lines `l` the viewer reads: those of their units, and of what they have or answer for. */
export function visibleLines(viewer: Viewer, unitId: string | null, parameters: Parameters): string {
  const all = billReach(viewer).units === 'all';
  const read = all ? 'true' : `(${ofUnits(viewer, parameters)} OR ${ofOwn(viewer, parameters)})`;
  return `${read} AND ${linesBelow(viewer, unitId, parameters)}`;
}

/** Those of units whose whole bill the viewer reads. */
export function paidLines(viewer: Viewer, unitId: string | null, parameters: Parameters): string {
  return `${ofUnits(viewer, parameters)} AND ${linesBelow(viewer, unitId, parameters)}`;
}

/** All others of {@link visibleLines}; null where there are none. */
export function ownLines(viewer: Viewer, unitId: string | null, parameters: Parameters): string | null {
  if (billReach(viewer).units === 'all') return null;
  const others = `${ofOwn(viewer, parameters)} AND NOT ${ofUnits(viewer, parameters)}`;
  return `${others} AND ${linesBelow(viewer, unitId, parameters)}`;
}

function ofUnits(viewer: Viewer, parameters: Parameters): string {
  const { units } = billReach(viewer);
  return units === 'all' ? 'true' : `l.unit_id = ANY (${parameters.add(units)}::uuid[])`;
}

/** By arrays, so that whoever reads little is answered from the key of lines and not from the whole month. */
function ofOwn({ personId }: Viewer, parameters: Parameters): string {
  const me = parameters.add(personId);
  const had = (column: string) =>
    `ANY (ARRAY(SELECT ${column} FROM subscription WHERE owner_id = ${me} OR beneficiary_id = ${me}))`;
  return `l.unit_id = ${had('unit_id')} AND l.subscription_id = ${had('id')}`;
}

function linesBelow(viewer: Viewer, unitId: string | null, parameters: Parameters): string {
  if (billReach(viewer).outsider) return 'false';
  if (unitId === null) return 'true';
  return `l.unit_id IN (
    WITH RECURSIVE below AS (
      SELECT ${parameters.add(unitId)}::uuid AS id
      UNION ALL
      SELECT u.id FROM below JOIN business_unit u ON u.parent_id = below.id
    ) SELECT id FROM below)`;
}
