import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { CommitmentEntity } from './commitment.entity.js';
import { insideAgreements, promisedTo, visibleAgreements } from './visible-agreements.js';

export const commitmentById = defineLoader<string, CommitmentEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(CommitmentEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** By name; those only in drafts for who may see drafts. */
export const commitmentsOfAgreement = defineLoader<string, CommitmentEntity[]>((ids, { manager, act }) =>
  visibleCommitments(manager, act as Act, ids, 'c.agreement_id'),
);

/** What is promised on a service, by name: terms in force now or later. */
export const commitmentsOfService = defineLoader<string, CommitmentEntity[]>((ids, { manager, act }) =>
  visibleCommitments(manager, act as Act, ids, 'c.service_id', PROMISED),
);

/** What a provider keeps, by name: its OLAs and UCs, and the SLAs on its services; terms in force now or later. */
export const commitmentsOfProvider = defineLoader<string, CommitmentEntity[]>((ids, { manager, act }) =>
  visibleCommitments(manager, act as Act, ids, KEEPER, PROMISED),
);

/** Who keeps a promise: the provider bound by it, else the one that delivers the service. */
const KEEPER = 'coalesce(a.provider_id, s.provider_id)';

/** Not over yet, where `today` is the date in the agreement's zone. */
const PROMISED = `v.state = 'inForce' AND coalesce(v.effective_to >= today.day, true)`;

/** Commitments that somebody sees, and whose terms in any version meet a condition: after FROM, and after WHERE. */
function seenCommitments(
  { viewer, at }: Act,
  parameters: Parameters,
  condition: string,
): { from: string; where: string } {
  const from = `commitment c
     JOIN agreement a ON a.id = c.agreement_id
     JOIN service s ON s.id = c.service_id
     CROSS JOIN LATERAL (SELECT (${parameters.add(at)}::timestamptz AT TIME ZONE a.time_zone)::date AS day) today`;
  const where = `${visibleAgreements(viewer, parameters)}
       AND EXISTS (
         SELECT FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id
         WHERE t.commitment_id = c.id AND ${condition}
           AND (${insideAgreements(viewer, parameters)} OR (v.state = 'inForce' AND ${promisedTo(viewer, parameters)})))`;
  return { from, where };
}

/** What is promised now or later, as somebody sees it; `today.day` is the date in the zone of `agreement a`. */
export function promisedCommitments(act: Act, parameters: Parameters): { from: string; where: string } {
  if (insideAgreements(act.viewer, new Parameters()) !== 'true') return seenCommitments(act, parameters, PROMISED);
  // Whoever sees every agreement needs no service looked up to see it.
  const from = `commitment c JOIN agreement a ON a.id = c.agreement_id
    CROSS JOIN LATERAL (SELECT (${parameters.add(act.at)}::timestamptz AT TIME ZONE a.time_zone)::date AS day) today`;
  const where = `EXISTS (SELECT FROM commitment_terms t JOIN agreement_version v ON v.id = t.version_id
    WHERE t.commitment_id = c.id AND ${PROMISED})`;
  return { from, where };
}

async function visibleCommitments(
  manager: EntityManager,
  act: Act,
  ids: readonly string[],
  key: 'c.agreement_id' | 'c.service_id' | typeof KEEPER,
  condition = 'true',
): Promise<CommitmentEntity[][]> {
  const parameters = new Parameters();
  const { from, where } = seenCommitments(act, parameters, condition);
  const rows: { id: string; key: string }[] = await manager.query(
    `SELECT c.id, ${key} AS key FROM ${from}
     WHERE ${key} = ANY (${parameters.add(ids)}::uuid[]) AND ${where}
     ORDER BY c.name COLLATE "und-x-icu", c.id`,
    parameters.values,
  );
  const found = await manager.findBy(CommitmentEntity, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(found.map((commitment) => [commitment.id, commitment]));
  return groupedBy(ids, rows, (row) => row.key).map((group) => group.map(({ id }) => byId.get(id)!));
}

/** Commitments of agreements that the viewer sees from inside; null for others. */
export const commitmentFromInside = defineLoader<string, CommitmentEntity | null>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: CommitmentEntity[] = await manager.query(
    `SELECT c.id, c.slug, c.name, c.service_id AS "serviceId", c.agreement_id AS "agreementId"
     FROM commitment c JOIN agreement a ON a.id = c.agreement_id
     WHERE c.id = ANY (${parameters.add(ids)}::uuid[]) AND ${insideAgreements(act.viewer!, parameters)}`,
    parameters.values,
  );
  return inOrderOf(ids, rows, ({ id }) => id);
});
