import { DomainError } from '../domain-error.js';
import type { InForce } from './coming-into-force.js';
import type { LocalDay } from './local-day.js';

/** What an agreement is when its end is asked for. */
export interface EndingAgreement {
  readonly endedOn: LocalDay | null;
  readonly inForce: readonly InForce[];
  /** Last day of the latest period that is closed; null = none is. */
  readonly closedTo: LocalDay | null;
}

/**
 * Decides which versions an end shortens.
 *
 * @returns Versions in force whose last day becomes the end.
 * @throws {DomainError} When the agreement has ended already, a version would end before it starts, or a closed period
 *   would be promised nothing any longer.
 */
export function endAgreement({ endedOn, inForce, closedTo }: EndingAgreement, on: LocalDay): InForce[] {
  if (endedOn) throw new DomainError('AGREEMENT_ENDED', `The agreement ended on ${endedOn} already.`);
  const later = inForce.find(({ effectiveFrom }) => effectiveFrom > on);
  if (later) {
    throw new DomainError(
      'ENDS_BEFORE_VERSION',
      `Version ${later.number} starts on ${later.effectiveFrom}; the agreement cannot end before that day.`,
      ['on'],
    );
  }
  if (closedTo !== null && on < closedTo) {
    const sentence = `Periods up to ${closedTo} are closed; the agreement ends on that day or later.`;
    throw new DomainError('PERIOD_CLOSED', sentence, ['on']);
  }
  return inForce.filter(({ effectiveTo }) => effectiveTo === null || effectiveTo > on);
}
