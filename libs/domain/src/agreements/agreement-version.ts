import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode, mayDecide } from '../people/second-person.js';
import { speaksForProvider, type Viewer } from '../people/viewer.js';
import type { LocalDay } from './local-day.js';

export const VERSION_STATES = ['draft', 'proposed', 'inForce', 'refused'] as const;
export type VersionState = (typeof VERSION_STATES)[number];

/** What a decision on a version rests on. */
export interface VersionFacts {
  number: number;
  state: VersionState;
  effectiveFrom: LocalDay;
  proposedById: string | null;
}

/** A version about which somebody decides. */
export interface DecidableVersion extends VersionFacts {
  /** Everybody who drafted or changed it. */
  writtenByIds: readonly string[];
}

/** @throws {DomainError} Unless the version is a draft: what has been proposed is no longer changed. */
export function assertDraft({ number, state }: VersionFacts): void {
  if (state === 'draft') return;
  throw new DomainError(
    'NOT_A_DRAFT',
    `Version ${number} is ${WORDS[state]}; draft a new version to change the terms.`,
  );
}

/** @throws {DomainError} Unless the version waits for a second person. */
export function assertProposed({ number, state }: VersionFacts): void {
  if (state === 'proposed') return;
  throw new DomainError('NOT_PROPOSED', `Version ${number} is ${WORDS[state]}; only a proposed version is decided on.`);
}

/**
 * Every promise has two pairs of eyes, of which the second is paid by nothing that it says, and looks for no provider.
 *
 * @param isPaid Whether the viewer is paid by what the agreement promises from the first day of the version on.
 * @throws {DomainError} When the version does not wait, or the viewer wrote or proposed it, is paid by it, or speaks for a
 *   provider.
 */
export function approveVersion(
  version: DecidableVersion,
  viewer: Viewer,
  administratorsEver: number,
  isPaid = false,
): DecisionMode {
  assertProposed(version);
  if (speaksForProvider(viewer)) {
    throw new DomainError('PROVIDER_CONTACT', "A provider's contact does not decide what is promised.");
  }
  return decisionMode(viewer, { involved: involvedIn(version, viewer, isPaid), administratorsEver });
}

/** Whether {@link approveVersion} would let the viewer decide. */
export function mayApproveVersion(
  version: DecidableVersion,
  viewer: Viewer,
  administratorsEver: number,
  isPaid = false,
): boolean {
  return (
    version.state === 'proposed' &&
    !speaksForProvider(viewer) &&
    mayDecide(viewer, { involved: involvedIn(version, viewer, isPaid), administratorsEver })
  );
}

const involvedIn = ({ proposedById, writtenByIds }: DecidableVersion, { personId }: Viewer, isPaid: boolean) => [
  proposedById,
  ...writtenByIds,
  ...(isPaid ? [personId] : []),
];

/** @throws {DomainError} When a version of the agreement already waits to be finished or decided. */
export function assertNoneOpen(versions: readonly VersionFacts[]): void {
  const open = versions.find(({ state }) => state === 'draft' || state === 'proposed');
  if (!open) return;
  throw new DomainError('VERSION_OPEN', `Version ${open.number} is still ${WORDS[open.state]}; finish it first.`);
}

/** @throws {DomainError} When the charge is negative. */
export function assertMonthlyCharge(charge: string | null | undefined): void {
  if (!charge?.startsWith('-')) return;
  throw new DomainError('WRONG_CHARGE', 'A monthly charge is not negative; leave it out when there is none.', [
    'monthlyCharge',
  ]);
}

const WORDS: Record<VersionState, string> = {
  draft: 'a draft',
  proposed: 'proposed',
  inForce: 'in force',
  refused: 'refused',
};
