import { type ExportedCommitment, writeOpenSlo } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import type { AgreementVersionEntity } from '../agreement-version.entity.js';
import type { AgreementEntity } from '../agreement.entity.js';
import { CommitmentTermsEntity } from '../commitment-terms.entity.js';
import { OpenSloDocumentEntity } from './openslo-document.entity.js';

/** The promises of a version as OpenSLO v1 YAML. */
export async function openSloOf(
  manager: EntityManager,
  { id: agreementId, slug, timeZone }: AgreementEntity,
  { id: versionId, effectiveFrom }: AgreementVersionEntity,
): Promise<string> {
  const brought = await manager.find(OpenSloDocumentEntity, { where: { agreementId }, order: { position: 'ASC' } });
  const terms = await manager.find(CommitmentTermsEntity, { where: { versionId }, order: { id: 'ASC' } });
  const places: CommitmentPlace[] = await manager.query(
    `SELECT t.id, c.slug, s.slug AS "serviceSlug", s.name AS "serviceName", s.description, k.slug AS calendar
     FROM commitment_terms t JOIN commitment c ON c.id = t.commitment_id
     JOIN service s ON s.id = c.service_id JOIN service_calendar k ON k.id = t.calendar_id
     WHERE t.version_id = $1`,
    [versionId],
  );
  const placeOf = new Map(places.map((place) => [place.id, place]));
  const commitments = terms.map((row) => exported(row, placeOf.get(row.id)!));
  return writeOpenSlo(brought, commitments, { agreement: slug, effectiveFrom, timeZone });
}

interface CommitmentPlace {
  id: string;
  slug: string;
  serviceSlug: string;
  serviceName: string;
  description: string;
  calendar: string;
}

function exported(terms: CommitmentTermsEntity, place: CommitmentPlace): ExportedCommitment {
  const { slug, serviceSlug, serviceName, description, calendar } = place;
  return {
    service: { slug: serviceSlug, name: serviceName, description },
    slug,
    name: terms.name,
    promise: terms,
    windowText: terms.windowText,
    calendar,
  };
}
