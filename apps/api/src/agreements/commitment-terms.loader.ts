import { In } from 'typeorm';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { CommitmentTermsEntity } from './commitment-terms.entity.js';
import { insideAgreements, promisedTo, visibleAgreements } from './visible-agreements.js';

export const termsById = defineLoader<string, CommitmentTermsEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(CommitmentTermsEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** What a version promises, in the order of adding; customers see what is about services open to them. */
export const termsOfVersion = defineLoader<string, CommitmentTermsEntity[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible: { id: string }[] = await manager.query(
    `SELECT t.id FROM commitment_terms t
     JOIN agreement a ON a.id = t.agreement_id
     JOIN commitment c ON c.id = t.commitment_id
     JOIN service s ON s.id = c.service_id
     WHERE t.version_id = ANY (${parameters.add(ids)}::uuid[])
       AND ${visibleAgreements(act.viewer!, parameters)}
       AND (${promisedTo(act.viewer!, parameters)} OR ${insideAgreements(act.viewer!, parameters)})`,
    parameters.values,
  );
  const terms = await manager.find(CommitmentTermsEntity, {
    where: { id: In(visible.map(({ id }) => id)) },
    order: { id: 'ASC' },
  });
  return groupedBy(ids, terms, ({ versionId }) => versionId);
});

/** The terms of a commitment in every version that the viewer sees, newest first, and those in force now. */
export interface TermsHistory {
  history: CommitmentTermsEntity[];
  inForce: CommitmentTermsEntity | null;
}

export const termsOfCommitment = defineLoader<string, TermsHistory>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const rows: { id: string; commitmentId: string; inForce: boolean }[] = await manager.query(
    `SELECT t.id, t.commitment_id AS "commitmentId",
       v.state = 'inForce' AND v.effective_from <= today.day AND coalesce(v.effective_to >= today.day, true) AS "inForce"
     FROM commitment_terms t
     JOIN agreement_version v ON v.id = t.version_id
     JOIN agreement a ON a.id = t.agreement_id
     CROSS JOIN LATERAL (SELECT (${parameters.add(act.at)}::timestamptz AT TIME ZONE a.time_zone)::date AS day) today
     WHERE t.commitment_id = ANY (${parameters.add(ids)}::uuid[])
       AND (v.state = 'inForce' OR ${insideAgreements(act.viewer!, parameters)})
     ORDER BY v.number DESC`,
    parameters.values,
  );
  const found = await manager.findBy(CommitmentTermsEntity, { id: In(rows.map(({ id }) => id)) });
  const byId = new Map(found.map((terms) => [terms.id, terms]));
  return groupedBy(ids, rows, ({ commitmentId }) => commitmentId).map((group) => ({
    history: group.map(({ id }) => byId.get(id)!),
    inForce: byId.get(group.find(({ inForce }) => inForce)?.id ?? '') ?? null,
  }));
});
