import { DomainError } from '../domain-error.js';

export const REVIEW_STATES = ['planned', 'packFrozen', 'held', 'closed', 'cancelled'] as const;
export type ReviewState = (typeof REVIEW_STATES)[number];

export const REVIEW_DECISION_KINDS = ['accept', 'credit', 'improvementPlan', 'escalate', 'renew', 'exit'] as const;
export type ReviewDecisionKind = (typeof REVIEW_DECISION_KINDS)[number];

interface Step {
  readonly from: readonly ReviewState[];
  readonly to: ReviewState;
  /** For sentences: who takes the step does this. */
  readonly does: string;
  /** For sentences: what is done with the review. */
  readonly done: string;
}

/** The whole life of a review: what may be done in which state, and where it leads. */
export const REVIEW_STEPS = {
  freeze: {
    from: ['planned', 'packFrozen'],
    to: 'packFrozen',
    does: 'freezes the pack of this review',
    done: 'Its pack is frozen',
  },
  comment: { from: ['packFrozen'], to: 'packFrozen', does: 'comments on this review', done: 'The provider comments' },
  hold: { from: ['packFrozen'], to: 'held', does: 'holds this review', done: 'It is held' },
  decide: {
    from: ['held'],
    to: 'held',
    does: 'records decisions and actions of this review',
    done: 'Decisions and actions are recorded',
  },
  close: { from: ['held'], to: 'closed', does: 'closes this review', done: 'It is closed' },
  cancel: { from: ['planned'], to: 'cancelled', does: 'cancels this review', done: 'It is cancelled' },
} as const satisfies Record<string, Step>;
export type ReviewStep = keyof typeof REVIEW_STEPS;

const STATE_WORDS: Readonly<Record<ReviewState, string>> = {
  planned: 'planned',
  packFrozen: 'prepared, its pack frozen',
  held: 'held',
  closed: 'closed',
  cancelled: 'cancelled',
};

/** Whether the step can be taken where the review stands. */
export function stepsFrom(step: ReviewStep, state: ReviewState): boolean {
  const { from }: Step = REVIEW_STEPS[step];
  return from.includes(state);
}

/**
 * Where the step takes the review.
 *
 * @throws {DomainError} `WRONG_STATE` when it cannot be taken from here.
 */
export function stepReview(state: ReviewState, step: ReviewStep): ReviewState {
  const { from, to, done }: Step = REVIEW_STEPS[step];
  if (stepsFrom(step, state)) return to;
  const when = from.map((one) => STATE_WORDS[one]).join(' or ');
  throw new DomainError('WRONG_STATE', `This review is ${STATE_WORDS[state]}. ${done} only while it is ${when}.`);
}

/** @throws {DomainError} `NO_DECISION` when a review would close without one. */
export function assertDecided(decisions: number): void {
  if (decisions > 0) return;
  throw new DomainError('NO_DECISION', 'A review closes with at least one decision.');
}

/** @throws {DomainError} When a credit is named by a decision of another kind. */
export function assertDecisionFits(kind: ReviewDecisionKind, creditId: string | null): void {
  if (creditId === null || kind === 'credit') return;
  throw new DomainError('KIND_DOES_NOT_FIT', 'Only a decision on a credit names one.', ['creditId']);
}
