import { DomainError } from '../domain-error.js';
import { decisionMode, type DecisionMode, mayDecide } from '../people/second-person.js';
import { speaksForProvider, type Viewer } from '../people/viewer.js';
import type { InForce } from './coming-into-force.js';
import type { LocalDay } from './local-day.js';

export const AGREEMENT_END_STATES = ['proposed', 'approved', 'refused', 'withdrawn'] as const;
export type AgreementEndState = (typeof AGREEMENT_END_STATES)[number];

export interface ProposedEnd {
  readonly state: AgreementEndState;
  readonly proposedById: string;
}

/** What else decides who is a second person. */
export interface EndStakes {
  /** Whether the viewer is paid by what the agreement promises from its last day on. */
  readonly isPaid: boolean;
  readonly administratorsEver: number;
}

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

/**
 * A promise is dropped as it is made: by two, of whom the second neither is paid by it nor speaks for a provider.
 *
 * @throws {DomainError} When it is decided already, or somebody else has to decide.
 */
export function approveAgreementEnd(end: ProposedEnd, viewer: Viewer, stakes: EndStakes): DecisionMode {
  assertWaits(end);
  if (speaksForProvider(viewer))
    throw new DomainError('PROVIDER_CONTACT', "A provider's contact does not decide on the end of a promise.");
  return decisionMode(viewer, secondPersonOf(end, viewer, stakes));
}

/** Whether {@link approveAgreementEnd} would let the viewer decide. */
export function mayApproveAgreementEnd(end: ProposedEnd, viewer: Viewer, stakes: EndStakes): boolean {
  return (
    end.state === 'proposed' && !speaksForProvider(viewer) && mayDecide(viewer, secondPersonOf(end, viewer, stakes))
  );
}

/** Whoever refuses their own proposal takes it back. @throws {DomainError} When it is decided already. */
export function refuseAgreementEnd(end: ProposedEnd, viewer: Viewer): AgreementEndState {
  assertWaits(end);
  return end.proposedById === viewer.personId ? 'withdrawn' : 'refused';
}

const secondPersonOf = ({ proposedById }: ProposedEnd, { personId }: Viewer, { isPaid, ...rest }: EndStakes) => ({
  ...rest,
  involved: isPaid ? [proposedById, personId] : [proposedById],
});

function assertWaits({ state }: ProposedEnd): void {
  if (state !== 'proposed') throw new DomainError('ALREADY_DECIDED', `The end was ${state} already.`);
}
