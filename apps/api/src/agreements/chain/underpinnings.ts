import {
  assertRestsNotOnItself,
  assertUnderpinning,
  type Indicator,
  type NamedPart,
  type Underpinning,
} from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Parameters } from '../../platform/database/parameters.js';
import { insideAgreements } from '../visible-agreements.js';
import { CommitmentUnderpinningEntity } from './commitment-underpinning.entity.js';

interface DraftedTerms {
  id: string;
  commitmentId: string;
  versionId: string;
  indicator: Indicator;
}

/**
 * Replaces what drafted terms name; nothing named = they rest on what the services do.
 *
 * @throws {DomainError} When a part is none that the viewer knows and that is in force, measures something else, or rests on
 *   the commitment itself.
 */
export async function putUnderpinnings(
  tx: EntityManager,
  act: Act,
  terms: DraftedTerms,
  underpinnedBy: readonly Underpinning[],
): Promise<void> {
  const ids = underpinnedBy.flatMap(({ commitmentIds }) => commitmentIds).filter((id) => isUUID(id));
  const parts = ids.length === 0 ? [] : await knownParts(tx, act, ids);
  assertUnderpinning({ id: terms.commitmentId, indicator: terms.indicator }, underpinnedBy, parts);
  await tx.delete(CommitmentUnderpinningEntity, { termsId: terms.id });
  const rows = underpinnedBy.flatMap(({ commitmentIds, needed }, i) =>
    commitmentIds.map((commitmentId) => ({ termsId: terms.id, commitmentId, group: i + 1, needed })),
  );
  if (rows.length === 0) return;
  await tx.insert(CommitmentUnderpinningEntity, rows);
  await assertNoLoop(tx, terms.versionId);
}

/** @throws {DomainError} `CYCLE` when a commitment of the version would rest on itself, by what is named in force. */
export async function assertNoLoop(tx: EntityManager, versionId: string): Promise<void> {
  const [{ names }]: [{ names: boolean }] = await tx.query(
    `SELECT EXISTS (SELECT FROM commitment_underpinning u JOIN commitment_terms t ON t.id = u.terms_id
       WHERE t.version_id = $1) AS names`,
    [versionId],
  );
  if (!names) return;
  // Two versions, each harmless by itself, could close the round together.
  await tx.query(`SELECT pg_advisory_xact_lock(hashtext('commitment_underpinning'))`);
  const rows: { id: string; name: string; part: string; partName: string; ofVersion: boolean }[] = await tx.query(
    NAMED,
    [versionId],
  );
  const known = new Map<string, string[]>();
  for (const { id, part } of rows) known.set(id, [...(known.get(id) ?? []), part]);
  const called = new Map(
    rows.flatMap(({ id, name, part, partName }) => [[id, name] as const, [part, partName] as const]),
  );
  for (const id of new Set(rows.filter(({ ofVersion }) => ofVersion).map((row) => row.id)))
    assertRestsNotOnItself(id, known, (one) => called.get(one)!);
}

/** What the terms of one version name, for those that start as their copy. @param copies New ids of terms by their old ones. */
export async function copyUnderpinnings(tx: EntityManager, copies: ReadonlyMap<string, string>): Promise<void> {
  await tx.query(
    `INSERT INTO commitment_underpinning (terms_id, commitment_id, "group", needed)
     SELECT k.copy, u.commitment_id, u."group", u.needed
     FROM unnest($1::uuid[], $2::uuid[]) AS k(original, copy) JOIN commitment_underpinning u ON u.terms_id = k.original`,
    [[...copies.keys()], [...copies.values()]],
  );
}

/** Commitments in force of agreements that the viewer sees from inside, with what they measure. */
async function knownParts(tx: EntityManager, { viewer }: Act, ids: readonly string[]): Promise<NamedPart[]> {
  const parameters = new Parameters();
  return tx.query(
    `SELECT DISTINCT ON (c.id) c.id, c.name, t.indicator
     FROM commitment c JOIN agreement a ON a.id = c.agreement_id
     JOIN commitment_terms t ON t.commitment_id = c.id
     JOIN agreement_version v ON v.id = t.version_id AND v.state = 'inForce'
     WHERE c.id = ANY (${parameters.add(ids)}::uuid[]) AND ${insideAgreements(viewer, parameters)}
     ORDER BY c.id, v.effective_from DESC`,
    parameters.values,
  );
}

/** What the newest terms in force name, and for the commitments of the version what theirs do. */
const NAMED = `
  WITH newest AS (
    SELECT DISTINCT ON (t.commitment_id) t.id, t.commitment_id, v.id = $1 AS "ofVersion"
    FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id
    WHERE v.state = 'inForce' OR v.id = $1
    ORDER BY t.commitment_id, v.id = $1 DESC, v.effective_from DESC
  )
  SELECT n.commitment_id AS id, c.name, u.commitment_id AS part, p.name AS "partName", n."ofVersion"
  FROM newest n JOIN commitment_underpinning u ON u.terms_id = n.id
  JOIN commitment c ON c.id = n.commitment_id JOIN commitment p ON p.id = u.commitment_id`;
