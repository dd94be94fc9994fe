import { DomainError } from '../domain-error.js';

/**
 * Units form a tree: walking up from any of them ends at a root.
 *
 * @param parentOf The parent of every unit as it is now; null at a root.
 * @throws {DomainError} When the unit would stand below itself, or the new parent is unknown.
 */
export function assertKeepsTree(
  unitId: string,
  newParentId: string | null,
  parentOf: ReadonlyMap<string, string | null>,
): void {
  const seen = new Set([unitId]);
  for (let above = newParentId; above !== null; above = parentOf.get(above) ?? null) {
    if (!parentOf.has(above)) throw new DomainError('UNKNOWN_UNIT', 'There is no such unit.', ['parentId']);
    if (seen.has(above)) throw new DomainError('UNIT_CYCLE', 'A unit cannot stand below itself.', ['parentId']);
    seen.add(above);
  }
}
