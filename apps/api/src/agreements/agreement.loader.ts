import { rewardReach } from '@accord/domain';
import { In } from 'typeorm';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { AgreementEntity } from './agreement.entity.js';
import { AgreementEndEntity } from './agreement-end.entity.js';
import { type AgreementAtStake, subjectsOf } from './agreement-subject.js';
import { rewardedCommitments } from './rewarded-commitments.js';
import { visibleAgreements } from './visible-agreements.js';

/** Agreements that the viewer may see; null for others. */
export const agreementById = defineLoader<string, AgreementEntity | null>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible: { id: string }[] = await manager.query(
    `SELECT a.id FROM agreement a
     WHERE a.id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleAgreements(act.viewer!, parameters)}`,
    parameters.values,
  );
  const agreements = await manager.findBy(AgreementEntity, { id: In(visible.map(({ id }) => id)) });
  return inOrderOf(ids, agreements, ({ id }) => id);
});

/** What a commitment belongs to, for who sees it, and for who is paid by the commitment alone: to them it is a name. */
export const namedAgreement = defineLoader<string, AgreementEntity | null>(async (ids, { manager, act }) => {
  const viewer = act.viewer!;
  const parameters = new Parameters();
  const measures = rewardedCommitments({ ...rewardReach(viewer), personId: viewer.personId }, parameters, {
    proposedToo: true,
  });
  const known: { id: string }[] = await manager.query(
    `SELECT a.id FROM agreement a
     WHERE a.id = ANY (${parameters.add(ids)}::uuid[]) AND (${visibleAgreements(viewer, parameters)}
       OR a.id IN (SELECT c.agreement_id FROM commitment c WHERE c.id IN (${measures})))`,
    parameters.values,
  );
  const agreements = await manager.findBy(AgreementEntity, { id: In(known.map(({ id }) => id)) });
  return inOrderOf(ids, agreements, ({ id }) => id);
});

/** What of an agreement decides who may do something with it. */
export const agreementSubject = defineLoader<string, AgreementAtStake | null>(async (ids, { manager }) =>
  inOrderOf(ids, await subjectsOf(manager, ids), ({ id }) => id),
);

/** The end that waits for a second person. */
export const waitingEndOf = defineLoader<string, AgreementEndEntity | null>(async (ids, { manager }) => {
  const ends = await manager.findBy(AgreementEndEntity, { agreementId: In([...ids]), state: 'proposed' });
  return inOrderOf(ids, ends, ({ agreementId }) => agreementId);
});

/** Ids of the agreements that bind a provider and that the viewer may see, by name. */
export const agreementsOfProvider = defineLoader<string, string[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: { id: string; providerId: string }[] = await manager.query(
    `SELECT a.id, a.provider_id AS "providerId" FROM agreement a
     WHERE a.provider_id = ANY (${parameters.add(ids)}::uuid[]) AND ${visibleAgreements(act.viewer!, parameters)}
     ORDER BY a.name COLLATE "und-x-icu", a.id`,
    parameters.values,
  );
  return groupedBy(ids, rows, ({ providerId }) => providerId).map((group) => group.map(({ id }) => id));
});
