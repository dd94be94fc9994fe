import { type EntityManager, In } from 'typeorm';
import { AgreementVersionEntity } from '../../agreements/agreement-version.entity.js';
import { ADVISORY_LOCK } from '../../platform/database/advisory-locks.js';
import { ClaimPartEntity } from './claim-part.entity.js';
import { ClaimEntity } from './claim.entity.js';
import { yearOf } from './touched-periods.js';

/** A claim with what of it is owed for each commitment, and the year of the contract in which its period ends. */
export interface PostedClaim extends ClaimEntity {
  parts: ClaimPartEntity[];
  year: string;
}

/** One settlement of an agreement at a time. Taken after commitments are locked, and by who locks none. */
export async function lockClaims(tx: EntityManager, agreementIds: readonly string[]): Promise<void> {
  for (const id of [...agreementIds].sort())
    await tx.query('SELECT pg_advisory_xact_lock($1, hashtext($2))', [ADVISORY_LOCK.claims, id]);
}

/** Of the agreements, by number within each period. */
export async function postedClaims(tx: EntityManager, agreementIds: readonly string[]): Promise<PostedClaim[]> {
  const claims = await tx.find(ClaimEntity, { where: { agreementId: In(agreementIds) }, order: { number: 'ASC' } });
  const parts = await tx.find(ClaimPartEntity, {
    where: { claimId: In(claims.map(({ id }) => id)) },
    order: { commitmentId: 'ASC' },
  });
  const versions = await tx.findBy(AgreementVersionEntity, { id: In(claims.map(({ versionId }) => versionId)) });
  return claims.map((claim) => {
    const { remedy } = versions.find(({ id }) => id === claim.versionId)!;
    const year = yearOf({ remedy, lastDay: claim.periodEndsOn });
    return { ...claim, year, parts: parts.filter(({ claimId }) => claimId === claim.id) };
  });
}
