import { isUUID } from 'class-validator';
import { inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';

/** What people call the things of each kind, with the tables that this takes. */
const NAMED: readonly (readonly [name: string, tables: string])[] = [
  ['x.name', 'person x'],
  ['x.name', 'business_unit x'],
  ['x.name', 'team x'],
  ['x.name', 'provider x'],
  ['x.name', 'service x'],
  ['x.name', 'plan x'],
  ['x.name', 'archetype_version x'],
  ['x.name', 'agreement x'],
  ['x.name', 'service_calendar x'],
  ['x.name', 'import_profile x'],
  ['x.name', 'budget x'],
  ['x.file_name', 'import_run x'],
  [`'A-' || x.number`, 'service_order x'],
  [`s.name || ', ' || p.name`, 'subscription x JOIN service s ON s.id = x.service_id JOIN plan p ON p.id = x.plan_id'],
  [`s.name || ': ' || x.name`, 'commitment x JOIN service s ON s.id = x.service_id'],
  [`a.name || ' ' || x.number`, 'agreement_version x JOIN agreement a ON a.id = x.agreement_id'],
  ['p.name', 'role_assignment x JOIN person p ON p.id = x.person_id'],
  ['s.name', 'outage x JOIN service s ON s.id = x.service_id'],
  ['s.name', 'maintenance x JOIN service s ON s.id = x.service_id'],
  [
    `s.name || ': ' || c.name`,
    'exclusion x JOIN commitment c ON c.id = x.commitment_id JOIN service s ON s.id = c.service_id',
  ],
  [
    `s.name || ': ' || c.name || ', ' || x.period`,
    'period_result x JOIN commitment c ON c.id = x.commitment_id JOIN service s ON s.id = c.service_id',
  ],
  ['x.name', 'reward_plan x'],
  [`p.name || ', ' || x.period`, 'reward_calculation x JOIN reward_plan p ON p.id = x.plan_id'],
];

const NAMES = NAMED.map(
  ([name, tables]) => `SELECT x.id, ${name} AS name FROM ${tables} WHERE x.id = ANY ($1::uuid[])`,
);

/** Version 8 is the id of a measurement, which tells its series. */
const MEASURED = `
  SELECT a.id, s.name || ': ' || x.name AS name FROM unnest($1::uuid[]) AS a(id)
  JOIN series x ON x.id = series_of_measurement(a.id) JOIN service s ON s.id = x.service_id
  WHERE substr(a.id::text, 15, 1) = '8'`;

/**
 * What a thing of any kind is called now, by its id: for those who may read everything, such as the audit. null where
 * the id is none, or of a kind without names.
 */
export const nameById = defineLoader<string, string | null>(async (ids, { manager }) => {
  const known = ids.filter((id) => isUUID(id));
  if (known.length === 0) return ids.map(() => null);
  const rows: { id: string; name: string }[] = await manager.query([...NAMES, MEASURED].join(' UNION ALL '), [known]);
  return inOrderOf(ids, rows, ({ id }) => id).map((row) => row?.name ?? null);
});
