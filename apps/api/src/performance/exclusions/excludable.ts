import { dayIn, DomainError, type ExclusionTerms, type LocalDay, reachOfResults } from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Parameters } from '../../platform/database/parameters.js';
import { type CommitmentPlace, COMMITMENTS, placesOf, reached } from '../judged-commitments.js';

/** @throws {DomainError} When there is none, or none that the viewer may know of. */
export async function visibleCommitment(
  tx: EntityManager,
  act: Act,
  id: string,
  what = 'commitment',
): Promise<CommitmentPlace> {
  const parameters = new Parameters();
  const visible = reached(reachOfResults(act.viewer), parameters);
  const sql = `SELECT c.id FROM ${COMMITMENTS} WHERE ${visible} AND c.id = ${parameters.add(id)}`;
  const known = isUUID(id) ? await tx.query(sql, parameters.values) : [];
  if (known.length === 0)
    throw new DomainError('NOT_FOUND', `There is no such ${what}.`, [what === 'commitment' ? 'commitmentId' : 'id']);
  return (await placesOf(tx, [id]))[0]!;
}

/** One writes on it at a time. */
export async function lockCommitment(tx: EntityManager, commitmentId: string): Promise<void> {
  await tx.query('SELECT FROM commitment WHERE id = $1 FOR NO KEY UPDATE', [commitmentId]);
}

/** What is excluded or asked for already of a stretch of time. */
export async function overlapping(
  tx: EntityManager,
  { commitmentId, from, to }: { commitmentId: string; from: Date; to: Date },
) {
  const [other]: { from: Date; to: Date }[] = await tx.query(
    `SELECT from_at AS "from", to_at AS "to" FROM exclusion
     WHERE commitment_id = $1 AND state IN ('proposed', 'approved') AND tstzrange(from_at, to_at) && tstzrange($2, $3) LIMIT 1`,
    [commitmentId, from, to],
  );
  return other;
}

/** Of the version in force on the day, or of the first one where it is later; undefined while there are drafts only. */
export async function exclusionTermsOn(
  tx: EntityManager,
  commitmentId: string,
  day: LocalDay,
): Promise<ExclusionTerms | undefined> {
  const [terms]: ExclusionTerms[] = await tx.query(
    `SELECT v.number, v.exclusion_categories AS "exclusionCategories"
     FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
     WHERE t.commitment_id = $1
     ORDER BY v.effective_from <= $2::date DESC, abs(v.effective_from - $2::date) LIMIT 1`,
    [commitmentId, day],
  );
  return terms;
}

/** In the zone of the commitment. */
export const excludedDays = (
  { fromAt, toAt }: Readonly<Record<'fromAt' | 'toAt', Date>>,
  { timeZone }: CommitmentPlace,
) => ({
  from: dayIn(timeZone, fromAt),
  to: dayIn(timeZone, new Date(toAt.getTime() - 1)),
});
