import {
  assertAllowed,
  type AgreementSubject,
  canManageAgreement,
  canManageAgreements,
  DomainError,
  type PaidTeam,
} from '@accord/domain';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { locked } from '../people/locked.js';
import type { Act } from '../platform/act/act.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import { AgreementEntity } from './agreement.entity.js';
import { paidTeamsBy } from './rewarded-commitments.js';

/** What of an agreement decides who may do something with it, and which teams are paid by what it promises. */
export interface AgreementAtStake extends AgreementSubject {
  id: string;
  paidTeams: PaidTeam[];
}

/** An agreement that an act may change, locked until the transaction ends. */
export interface AgreementToChange {
  agreement: AgreementEntity;
  subject: AgreementAtStake;
}

/** @throws {DomainError} When there is no such agreement, or it is not the viewer's to change. */
export async function agreementToChange(tx: EntityManager, act: Act, id: string): Promise<AgreementToChange> {
  assertAllowed(canManageAgreements(act.viewer), 'change agreements');
  const agreement = await locked(tx, AgreementEntity, id, 'agreement');
  const [subject] = await subjectsOf(tx, [id]);
  assertAllowed(canManageAgreement(act.viewer, subject!), 'change this agreement');
  return { agreement, subject: subject! };
}

/** The version and its agreement, locked. @throws {DomainError} As above. */
export async function versionToChange(
  tx: EntityManager,
  act: Act,
  id: string,
): Promise<AgreementToChange & { version: AgreementVersionEntity }> {
  assertAllowed(canManageAgreements(act.viewer), 'change agreements');
  const found = isUUID(id) ? await tx.findOneBy(AgreementVersionEntity, { id }) : null;
  if (!found) throw new DomainError('NOT_FOUND', 'There is no such version.', ['id']);
  const change = await agreementToChange(tx, act, found.agreementId);
  // Read again under the lock: somebody may have decided in the meantime.
  return { ...change, version: await tx.findOneByOrFail(AgreementVersionEntity, { id }) };
}

export async function subjectsOf(manager: EntityManager, ids: readonly string[]): Promise<AgreementAtStake[]> {
  return manager.query(
    `SELECT a.id, a.kind, a.provider_id AS "providerId", a.customer_id AS "customerId", a.created_by_id AS "createdById", coalesce(
       (SELECT json_agg(json_build_object('id', s.id, 'unitId', s.unit_id, 'providerId', s.provider_id))
        FROM service s WHERE s.id IN (SELECT c.service_id FROM commitment c WHERE c.agreement_id = a.id)), '[]') AS services,
       ${paidTeamsBy('SELECT pc.id FROM commitment pc WHERE pc.agreement_id = a.id')} AS "paidTeams"
     FROM agreement a WHERE a.id = ANY ($1::uuid[])`,
    [ids],
  );
}
