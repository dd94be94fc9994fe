import { DomainError } from '../domain-error.js';
import { covers, holdsEverywhere, holdsSomewhere, reachOf, type Role, type Viewer } from '../people/viewer.js';

const READERS: readonly Role[] = ['budgetOwner', 'btOffice', 'auditor'];

/** A unit in its tree. */
export interface UnitPlace {
  readonly id: string;
  readonly parentId: string | null;
}

/** Units whose budgets the viewer reads. */
export function budgetReach(viewer: Viewer): 'all' | readonly string[] {
  return reachOf(viewer, READERS, 'unit');
}

export function canSeeBudget(viewer: Viewer, unitId: string): boolean {
  return covers(budgetReach(viewer), unitId);
}

/** Whether the viewer reads any budget at all. */
export function canSeeBudgets(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, READERS);
}

/** Whether the viewer sets any budget at all, so that a client offers the screens for it. */
export function canManageBudgets(viewer: Viewer): boolean {
  return holdsSomewhere(viewer, ['budgetOwner', 'btOffice']);
}

/** A budget is given from above: by the owner of an ancestor's budget, or by the BT office. */
export function canSetBudget(viewer: Viewer, { parentId }: UnitPlace): boolean {
  return (
    holdsEverywhere(viewer, ['btOffice', 'budgetOwner']) || covers(reachOf(viewer, ['budgetOwner'], 'unit'), parentId)
  );
}

/** @throws {DomainError} `FORBIDDEN` */
export function assertCanSetBudget(viewer: Viewer, unit: UnitPlace): void {
  if (canSetBudget(viewer, unit)) return;
  throw new DomainError('FORBIDDEN', 'The BT office and budget owners of a unit above set this budget.', ['unitId']);
}
