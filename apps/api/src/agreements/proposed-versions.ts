import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import type { Act } from '../platform/act/act.js';
import { Parameters } from '../platform/database/parameters.js';
import { AgreementVersionEntity } from './agreement-version.entity.js';
import { insideAgreements } from './visible-agreements.js';

/** Versions that wait for a second person, oldest first, as far as the viewer sees drafts of their agreements. */
export async function proposedVersions(manager: EntityManager, { viewer }: Act): Promise<AgreementVersionEntity[]> {
  const parameters = new Parameters();
  const rows: { id: string }[] = await manager.query(
    `SELECT v.id FROM agreement_version v JOIN agreement a ON a.id = v.agreement_id
     WHERE v.state = 'proposed' AND ${insideAgreements(viewer, parameters)}`,
    parameters.values,
  );
  return manager.find(AgreementVersionEntity, {
    where: { id: In(rows.map(({ id }) => id)) },
    order: { proposedAt: 'ASC', id: 'ASC' },
  });
}
