import { reachOfSources } from '@accord/domain';
import { In } from 'typeorm';
import { Parameters } from '../../platform/database/parameters.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { defineLoader } from '../../platform/graphql/loaders.js';
import { overseen } from '../judged-commitments.js';
import { PullAttemptEntity, PullEntity } from './pull.entity.js';

const SHOWN_ATTEMPTS = 20;

/** Of services in the viewer's reach, of calendars for who sees everything; those that ended come last. */
export const pullsOfSource = defineLoader<string, PullEntity[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const reach = reachOfSources(act.viewer!);
  const behind = reach.everything ? 'true' : overseen(reach, parameters);
  const rows: { id: string }[] = await manager.query(
    `SELECT p.id FROM pull p LEFT JOIN service s ON s.id = p.service_id
     WHERE p.source_id = ANY (${parameters.add(ids)}::uuid[]) AND ${behind}
     ORDER BY p.state = 'ended', s.name COLLATE "und-x-icu", p.series, p.id`,
    parameters.values,
  );
  const pulls = await manager.findBy(PullEntity, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(pulls.map((pull) => [pull.id, pull]));
  return groupedBy(
    ids,
    rows.map(({ id }) => byId.get(id)!),
    ({ sourceId }) => sourceId,
  );
});

/** The newest ones of a pull, the last one first. */
export const attemptsOfPull = defineLoader<string, PullAttemptEntity[]>(async (ids, { manager }) => {
  const rows: PullAttemptEntity[] = await manager.query(ATTEMPTS, [ids]);
  return groupedBy(ids, rows, ({ pullId }) => pullId);
});

const ATTEMPTS = `
  SELECT a.id, a.pull_id AS "pullId", a.at, a.duration_ms AS "durationMs", a.accepted, a.duplicate, a.refused, a.problem
  FROM unnest($1::uuid[]) AS p(id)
  CROSS JOIN LATERAL (SELECT * FROM pull_attempt WHERE pull_id = p.id ORDER BY at DESC, id DESC LIMIT ${SHOWN_ATTEMPTS}) a
  ORDER BY a.at DESC, a.id DESC`;
