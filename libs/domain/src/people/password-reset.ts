import { addDays } from '../agreements/local-day.js';
import { DomainError } from '../domain-error.js';
import { assertCanManagePeople, canManagePeople } from './people-policy.js';
import type { Viewer } from './viewer.js';

/** For so many days after the last of what gave somebody a say, the server alone resets their password. */
const DAYS_AFTER = 90;

/**
 * What gives somebody a say or lets them read personal amounts: a role, held or proposed, a share, a statement, the place of
 * an approver who is away. Its last day; null = it has none.
 */
export interface Say {
  readonly to: string | null;
}

/** Whether the viewer may give somebody who has, or had, such a say a new password. */
export function canResetPassword(viewer: Viewer, says: readonly Say[], today: string): boolean {
  return canManagePeople(viewer) && !hasSay(says, today);
}

/**
 * The password of somebody who has a say is not an administrator's to set: who knows it could be both of the two who
 * decide, or read what the person earns. Nor is it one's to set soon after the last role was ended.
 *
 * @throws {DomainError} When the viewer is no administrator, or the person has a say, or had one in the last 90 days.
 */
export function assertCanResetPassword(viewer: Viewer, says: readonly Say[], today: string): void {
  assertCanManagePeople(viewer);
  if (!hasSay(says, today)) return;
  throw new DomainError(
    'DECIDES',
    `Whoever has, or in the last ${DAYS_AFTER} days had, a role, a share, a statement or the place of an approver has their password reset on the server: npm run accord -- reset-password EMAIL --reason WHY`,
    ['id'],
  );
}

function hasSay(says: readonly Say[], today: string): boolean {
  const since = addDays(today, -DAYS_AFTER);
  return says.some(({ to }) => to === null || to >= since);
}
