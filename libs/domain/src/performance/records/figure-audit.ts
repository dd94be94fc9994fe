import { DomainError } from '../../domain-error.js';
import type { FigureSide } from './provider-figure.js';

/** `superseded`: another audit was confirmed, or both sides agreed to another figure since. */
export const FIGURE_AUDIT_STATES = ['proposed', 'confirmed', 'refused', 'withdrawn', 'superseded'] as const;
export type FigureAuditState = (typeof FIGURE_AUDIT_STATES)[number];

/** Who decides on what an audit found. */
export interface AuditDecision {
  readonly state: FigureAuditState;
  readonly proposedById: string;
  readonly viewerId: string;
  /** On which sides of the agreement the viewer stands. */
  readonly sides: readonly FigureSide[];
  /** Whether the viewer is measured by the figure. */
  readonly isMeasured: boolean;
}

/**
 * Either side brings the report of an audit; somebody on our side who did not bring it, and is not measured by it, has
 * read it and confirms it. So one side alone never restates what was settled: it takes the report and two people.
 *
 * @throws {DomainError} `WRONG_STATE` when it is decided; `FORBIDDEN` when the viewer does not stand on our side;
 *   `SECOND_PERSON_NEEDED` when they brought it; `MEASURED_BY_IT` when they are measured by the figure.
 */
export function assertMayDecideAudit({ state, proposedById, viewerId, sides, isMeasured }: AuditDecision): void {
  if (!sides.includes('ours')) throw new DomainError('FORBIDDEN', 'You may not decide on this audit.');
  if (state !== 'proposed') throw new DomainError('WRONG_STATE', `This audit is ${state} already.`, ['id']);
  if (proposedById === viewerId)
    throw new DomainError('SECOND_PERSON_NEEDED', 'You brought this audit: another person has to confirm it.');
  if (isMeasured)
    throw new DomainError(
      'MEASURED_BY_IT',
      'You are measured by this figure: another person has to confirm the audit.',
    );
}

/** Whether {@link assertMayDecideAudit} would let the viewer decide. */
export function mayDecideAudit(decision: AuditDecision): boolean {
  try {
    assertMayDecideAudit(decision);
    return true;
  } catch (error) {
    if (error instanceof DomainError) return false;
    throw error;
  }
}
