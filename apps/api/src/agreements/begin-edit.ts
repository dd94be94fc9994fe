import { assertDraft } from '@accord/domain';
import type { Act } from '../platform/act/act.js';
import { assertFresh } from '../platform/errors/assert-fresh.js';
import type { AgreementVersionEntity } from './agreement-version.entity.js';

/**
 * From here on the draft is the viewer's work too. The caller saves it.
 *
 * @param revision The one that was edited; omitted = as it is now.
 * @throws {DomainError} When the version is no draft, or somebody changed it since that revision.
 */
export function beginEdit(version: AgreementVersionEntity, { viewer }: Act, revision: number | null | undefined): void {
  assertDraft(version);
  assertFresh({ version: version.revision }, revision);
  version.revision += 1;
  version.writtenByIds = [...new Set([...version.writtenByIds, viewer.personId])];
}
