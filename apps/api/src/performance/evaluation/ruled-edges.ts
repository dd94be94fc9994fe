import { type AnnouncedMaintenance, ruledMaintenance } from '@accord/domain';
import type { Interval } from '@accord/sla';
import type { EntityManager } from 'typeorm';
import type { Judging } from './judge-period.js';
import type { Judgeable } from './judgeable.js';

interface Edges {
  readonly commitment: Judgeable;
  readonly edges: readonly number[];
}

/** Where planned maintenance begins and ends by the rules of contracts that have some; one statement where one has. */
export async function ruledEdges(
  tx: EntityManager,
  judgings: readonly Judging[],
  { from, to }: Interval,
): Promise<Edges[]> {
  const ruled = judgings.filter(({ pinned }) => pinned.row.maintenanceRules);
  if (ruled.length === 0) return [];
  const serviceIds = [...new Set(ruled.map(({ commitment }) => commitment.serviceId))];
  const rows: (AnnouncedMaintenance & { serviceId: string })[] = await tx.query(MAINTENANCE, [
    serviceIds,
    new Date(from),
    new Date(to),
  ]);
  return ruled.map(({ commitment, period, pinned }) => {
    const own = rows.filter(({ serviceId }) => serviceId === commitment.serviceId);
    const { planned } = ruledMaintenance(pinned.row.maintenanceRules, period, own);
    return { commitment, edges: planned.flatMap((work) => [work.from, work.to]) };
  });
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const MAINTENANCE = `
  SELECT service_id AS "serviceId", id::text AS ref, ${ms('announced_at')} AS "announcedAt", ${ms('from_at')} AS "from",
    ${ms('to_at')} AS "to"
  FROM maintenance WHERE service_id = ANY($1) AND cancelled_at IS NULL AND from_at < $3 AND to_at > $2`;
