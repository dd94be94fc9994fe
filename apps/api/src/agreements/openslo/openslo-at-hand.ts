import { canDraftAgreement, canProposeServices, DomainError, type OpenSloTerms, type Viewer } from '@accord/domain';
import type { EntityManager } from 'typeorm';
import { knownServices } from '../import/service-at-hand.js';

/**
 * Asked before anything of a file is written, and when it is looked at.
 *
 * @throws {DomainError} When the viewer drafts no SLAs, or services are missing that the viewer may not propose.
 */
export async function assertOpenSloAtHand(
  manager: EntityManager,
  viewer: Viewer,
  { services }: OpenSloTerms,
): Promise<void> {
  if (!canDraftAgreement(viewer, 'sla', null)) {
    const sentence =
      'A file of OpenSLO becomes a draft of an SLA, and you may not draft one: ask the BT office to bring it in.';
    throw new DomainError('FORBIDDEN', sentence);
  }
  if (canProposeServices(viewer)) return;
  const slugs = services.map(({ slug }) => slug);
  const known = await knownServices(manager, slugs);
  const missing = slugs.filter((slug) => !known.has(slug));
  if (missing.length === 0) return;
  const sentence = `There is no service ${missing.join(', ')} yet, and you may not propose one: ask a service owner or the BT office to propose it under this slug, then import again.`;
  throw new DomainError('SERVICE_MISSING', sentence);
}
