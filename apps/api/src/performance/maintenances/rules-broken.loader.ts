import {
  type AnnouncedMaintenance,
  type MaintenanceRules,
  reachBehind,
  type RuledOut,
  ruledMaintenance,
  type WindowKind,
} from '@accord/domain';
import { periodOf } from '@accord/sla';
import { Parameters } from '../../platform/database/parameters.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { COMMITMENTS, reached } from '../judged-commitments.js';

/** A rule of an agreement that maintenance breaks, and of what time. */
export interface RuleBroken extends RuledOut {
  readonly agreement: string;
}

/** What of announced maintenance counts as downtime by the rules of the agreements that the viewer sees behind. */
export const rulesBrokenBy = defineLoader<string, RuleBroken[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const asked = `${parameters.add(ids)}::uuid[]`;
  const rules: RulesRow[] = await manager.query(
    `SELECT DISTINCT m.id, m.service_id AS "serviceId", ${ms('m.from_at')} AS "at", a.name AS agreement,
       a.time_zone AS zone, v.maintenance_rules AS rules, t.window_kind AS "window"
     FROM maintenance m JOIN (${COMMITMENTS}) ON c.service_id = m.service_id
     JOIN commitment_terms t ON t.commitment_id = c.id
     JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
       AND (m.from_at AT TIME ZONE a.time_zone)::date BETWEEN v.effective_from AND coalesce(v.effective_to, 'infinity')
     WHERE m.id = ANY(${asked}) AND m.cancelled_at IS NULL AND v.maintenance_rules IS NOT NULL
       AND ${reached(reachBehind(act.viewer!), parameters)}
     ORDER BY a.name`,
    parameters.values,
  );
  if (rules.length === 0) return ids.map(() => []);
  // What else is announced in the same period takes from the same allowance.
  const announced: Announced[] = await manager.query(ANNOUNCED, [rules.map(({ serviceId }) => serviceId)]);
  return ids.map((id) => rules.filter((row) => row.id === id).flatMap((row) => brokenRules(row, announced)));
});

interface RulesRow {
  id: string;
  serviceId: string;
  at: number;
  agreement: string;
  zone: string;
  rules: MaintenanceRules;
  window: WindowKind;
}

type Announced = AnnouncedMaintenance & { serviceId: string };

function brokenRules({ id, serviceId, at, agreement, zone, rules, window }: RulesRow, announced: readonly Announced[]) {
  const own = announced.filter((work) => work.serviceId === serviceId);
  const { ruledOut } = ruledMaintenance(rules, periodOf(window, zone, at), own);
  return ruledOut.filter(({ ref }) => ref === id).map((out): RuleBroken => ({ ...out, agreement }));
}

const ms = (column: string) => `(extract(epoch FROM ${column}) * 1000)::float8`;

const ANNOUNCED = `
  SELECT service_id AS "serviceId", id::text AS ref, ${ms('announced_at')} AS "announcedAt", ${ms('from_at')} AS "from",
    ${ms('to_at')} AS "to"
  FROM maintenance WHERE service_id = ANY($1::uuid[]) AND cancelled_at IS NULL`;
