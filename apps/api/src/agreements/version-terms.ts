import { DomainError, type WindowKind } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { AgreementVersionEntity } from './agreement-version.entity.js';

/** @throws {DomainError} When the version promises nothing, or by hours that do not exist yet on its first day. */
export async function assertTermsComplete(tx: EntityManager, version: AgreementVersionEntity): Promise<void> {
  const rows: { calendar: string; opensOn: string; late: boolean }[] = await tx.query(
    `SELECT k.name AS calendar, min(kv.effective_from)::text AS "opensOn", min(kv.effective_from) > $2::date AS late
     FROM commitment_terms t
     JOIN service_calendar k ON k.id = t.calendar_id
     JOIN service_calendar_version kv ON kv.calendar_id = k.id
     WHERE t.version_id = $1 GROUP BY k.id, k.name ORDER BY k.name`,
    [version.id, version.effectiveFrom],
  );
  if (rows.length === 0) {
    throw new DomainError('NO_COMMITMENT', `Version ${version.number} promises nothing yet; add a commitment.`, [
      'commitments',
    ]);
  }
  const late = rows.find((row) => row.late);
  if (!late) return;
  const sentence = `The hours of ${late.calendar} begin on ${late.opensOn}, after version ${version.number} would.`;
  throw new DomainError('NO_HOURS_YET', sentence, ['effectiveFrom']);
}

/** The version in force that starts last. */
export function predecessorOf(tx: EntityManager, { agreementId }: AgreementVersionEntity) {
  return tx.findOne(AgreementVersionEntity, {
    where: { agreementId, state: 'inForce' },
    order: { effectiveFrom: 'DESC' },
  });
}

export async function windowsOf(tx: EntityManager, versionIds: readonly string[]): Promise<WindowKind[]> {
  const rows: { window: WindowKind }[] = await tx.query(
    'SELECT DISTINCT window_kind AS "window" FROM commitment_terms WHERE version_id = ANY ($1::uuid[])',
    [versionIds],
  );
  return rows.map(({ window }) => window);
}

/** From now on the commitments are called as the version calls them. */
export async function renameCommitments(tx: EntityManager, versionId: string): Promise<void> {
  await tx.query(
    `UPDATE commitment c SET name = t.name FROM commitment_terms t
     WHERE t.version_id = $1 AND t.commitment_id = c.id AND c.name <> t.name`,
    [versionId],
  );
}
