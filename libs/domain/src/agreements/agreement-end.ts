import { DomainError } from '../domain-error.js';
import type { InForce } from './coming-into-force.js';
import type { LocalDay } from './local-day.js';

/**
 * Decides which versions an end shortens.
 *
 * @returns Versions in force whose last day becomes the end.
 * @throws {DomainError} When the agreement has ended already, or a version would end before it starts.
 */
export function endAgreement(endedOn: LocalDay | null, inForce: readonly InForce[], on: LocalDay): InForce[] {
  if (endedOn) throw new DomainError('AGREEMENT_ENDED', `The agreement ended on ${endedOn} already.`);
  const later = inForce.find(({ effectiveFrom }) => effectiveFrom > on);
  if (later) {
    throw new DomainError(
      'ENDS_BEFORE_VERSION',
      `Version ${later.number} starts on ${later.effectiveFrom}; the agreement cannot end before that day.`,
      ['on'],
    );
  }
  return inForce.filter(({ effectiveTo }) => effectiveTo === null || effectiveTo > on);
}
