import { In } from 'typeorm';
import { Parameters } from '../platform/database/parameters.js';
import { groupedBy, inOrderOf } from '../platform/graphql/in-order-of.js';
import { defineLoader } from '../platform/graphql/loaders.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import { insideAgreements, visibleAgreements } from './visible-agreements.js';

export const versionById = defineLoader<string, AgreementVersionEntity | null>(async (ids, { manager }) =>
  inOrderOf(ids, await manager.findBy(AgreementVersionEntity, { id: In([...ids]) }), ({ id }) => id),
);

/** Newest first; those not in force only for who may see drafts of the agreement. */
export const versionsOfAgreement = defineLoader<string, AgreementVersionEntity[]>(async (ids, { manager, act }) => {
  const parameters = new Parameters();
  const visible: { id: string }[] = await manager.query(
    `SELECT v.id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
     WHERE a.id = ANY (${parameters.add(ids)}::uuid[])
       AND ${visibleAgreements(act.viewer!, parameters)}
       AND (v.state = 'inForce' OR ${insideAgreements(act.viewer!, parameters)})`,
    parameters.values,
  );
  const versions = await manager.find(AgreementVersionEntity, {
    where: { id: In(visible.map(({ id }) => id)) },
    order: { number: 'DESC' },
  });
  return groupedBy(ids, versions, ({ agreementId }) => agreementId);
});
