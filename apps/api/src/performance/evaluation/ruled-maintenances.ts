import { type AnnouncedMaintenance, type RuledMaintenance, ruledMaintenance } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { Judging } from './judge-period.js';

/** What counts as planned of maintenance under contracts that have rules for it, by judging; one statement where one has. */
export async function ruledMaintenances(
  tx: EntityManager,
  judgings: readonly Judging[],
): Promise<ReadonlyMap<Judging, RuledMaintenance>> {
  const ruled = judgings.filter(({ pinned }) => pinned.row.maintenanceRules);
  if (ruled.length === 0) return new Map();
  const periods = ruled.flatMap(periodsOf);
  const serviceIds = [...new Set(ruled.map(({ commitment }) => commitment.serviceId))];
  const rows: (AnnouncedMaintenance & { serviceId: string })[] = await tx.query(MAINTENANCE, [
    serviceIds,
    new Date(Math.min(...periods.map(({ from }) => from))),
    new Date(Math.max(...periods.map(({ to }) => to))),
  ]);
  return new Map(
    ruled.map((judging) => {
      const own = rows.filter(({ serviceId }) => serviceId === judging.commitment.serviceId);
      const rules = judging.pinned.row.maintenanceRules;
      const parts = periodsOf(judging).map((period) => ruledMaintenance(rules, period, own));
      const planned = parts.flatMap((part) => part.planned);
      return [judging, { planned, ruledOut: parts.flatMap((part) => part.ruledOut) }];
    }),
  );
}

/** Contracts allow so many minutes in a period, not in every hour that somebody looks at. */
const periodsOf = ({ period, ruledIn = [period] }: Judging) => ruledIn;

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const MAINTENANCE = `
  SELECT service_id AS "serviceId", 'maintenance:' || id AS ref, ${ms('announced_at')} AS "announcedAt",
    ${ms('from_at')} AS "from", ${ms('to_at')} AS "to"
  FROM maintenance WHERE service_id = ANY($1) AND cancelled_at IS NULL AND from_at < $3 AND to_at > $2
  ORDER BY from_at`;
