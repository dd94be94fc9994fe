import { DomainError } from '@accord/domain';

/** @throws {DomainError} `STALE` when somebody changed the thing since the version that was edited. */
export function assertFresh(current: { version: number }, edited: number | null | undefined): void {
  if (edited == null || edited === current.version) return;
  throw new DomainError('STALE', 'Somebody else has changed this meanwhile. Look at it as it is now and try again.', [
    'version',
  ]);
}
