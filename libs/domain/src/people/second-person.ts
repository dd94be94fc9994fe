import { DomainError } from '../domain-error.js';
import { holdsEverywhere, type Viewer } from './viewer.js';

/** How a proposal was decided: by a second person, or by the only administrator of a young installation. */
export type DecisionMode = 'secondPerson' | 'bootstrap';

export interface SecondPersonCase {
  /** Who proposed it, and everybody else who has a stake in it, such as the person to be given a role. */
  readonly involved: readonly (string | null)[];
  /** How many persons have ever been administrators of the whole enterprise, those who are no longer included. */
  readonly administratorsEver: number;
}

/**
 * Four eyes: nobody decides on what they proposed or gain by.
 * Until there is a second administrator, the first one may act alone; that is recorded as `bootstrap`. It never comes
 * back: otherwise one of two administrators would end the other's role to be alone again.
 *
 * @throws {DomainError} When somebody else has to decide.
 */
export function decisionMode(viewer: Viewer, { involved, administratorsEver }: SecondPersonCase): DecisionMode {
  if (!involved.includes(viewer.personId)) return 'secondPerson';
  if (actsAlone(viewer, administratorsEver)) return 'bootstrap';
  throw new DomainError(
    'SECOND_PERSON_NEEDED',
    'Somebody else has to decide this: you proposed it, or it concerns you.',
  );
}

/** Whether {@link decisionMode} would let the viewer decide. */
export function mayDecide(viewer: Viewer, { involved, administratorsEver }: SecondPersonCase): boolean {
  return !involved.includes(viewer.personId) || actsAlone(viewer, administratorsEver);
}

function actsAlone(viewer: Viewer, administratorsEver: number): boolean {
  return administratorsEver === 1 && holdsEverywhere(viewer, ['administrator']);
}
