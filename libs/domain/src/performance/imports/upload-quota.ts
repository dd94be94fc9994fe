import { DomainError } from '../../domain-error.js';

/** So many files of the largest size may wait for a person's imports. */
const LARGEST_FILES = 4;

/**
 * Bytes that a person may still send.
 *
 * @param waitingBytes Of the person's files that wait to be imported.
 * @param limitBytes Of one file.
 * @throws {DomainError} When less room is left than is asked for.
 */
export function roomFor(
  bytes: number,
  { waitingBytes, limitBytes }: { waitingBytes: number; limitBytes: number },
): number {
  const quotaBytes = LARGEST_FILES * limitBytes;
  const room = quotaBytes - waitingBytes;
  if (bytes <= room && room > 0) return room;
  throw new DomainError(
    'QUOTA_REACHED',
    `Your files that wait to be imported may take ${inMiB(quotaBytes)} together, and ${inMiB(waitingBytes)} are taken; import one of them, or wait until it expires.`,
  );
}

const LARGEST_EVIDENCE_BYTES = 20 * 1_048_576;

/** @throws {DomainError} When a file is too large to be kept as evidence, for as long as what it is evidence of. */
export function assertEvidenceSize(bytes: number): void {
  if (bytes <= LARGEST_EVIDENCE_BYTES) return;
  throw new DomainError(
    'TOO_LARGE',
    `Evidence takes at most ${inMiB(LARGEST_EVIDENCE_BYTES)}; link to a larger file.`,
    ['uploadId'],
  );
}

const inMiB = (bytes: number): string => `${Math.round(bytes / 1_048_576)} MiB`;
