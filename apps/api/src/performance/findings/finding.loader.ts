import { type FindingSubject, reachBehind } from '@accord/domain';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import type { FindingEntity } from './finding.entity.js';
import { servicesOfFindings } from './finding-services.js';
import { findingSubjects, type SubjectOfFinding } from './finding-subjects.js';

/** What findings are about, keyed by `type id`; one statement for each type. */
const subjectByKey = defineLoader<string, SubjectOfFinding | null>(async (keys, { manager }) => {
  const asked = keys.map((key) => key.split(' ') as [FindingSubject, string]);
  const known = new Map<string, SubjectOfFinding | null>();
  for (const type of new Set(asked.map(([type]) => type))) {
    const ids = asked.filter(([of]) => of === type).map(([, id]) => id);
    const found = await findingSubjects(manager, type, ids);
    ids.forEach((id, i) => known.set(`${type} ${id}`, found[i]!));
  }
  return keys.map((key) => known.get(key) ?? null);
});

/** Loader and key of what a finding is about. */
export function subjectOf({ subjectType, subjectId }: FindingEntity) {
  return [subjectByKey, `${subjectType} ${subjectId}`] as const;
}

/** Ids of the services of a finding behind whose figures the viewer sees, by name. */
export const servicesOfFinding = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const services = servicesOfFindings(reachBehind(act.viewer!), parameters);
  const rows: { findingId: string; id: string }[] = await manager.query(
    `SELECT fs.finding_id AS "findingId", s.id ${services} AND fs.finding_id = ANY (${parameters.add(ids)}::uuid[])
     ORDER BY s.name COLLATE "und-x-icu", s.id`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ findingId }) => findingId).map((some) => some.map(({ id }) => id));
});
