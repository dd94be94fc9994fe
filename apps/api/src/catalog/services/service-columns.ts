import type { ArchetypeOverride, ArchetypeScores } from '@accord/domain';
import type { ServiceEntity } from './service.entity.js';

/** null for a service that has not been scored. */
export function scoresOf(service: ServiceEntity): ArchetypeScores | null {
  const { operationalDependence, strategicImpact, standardizability, uncertainty } = service;
  if (operationalDependence === null || strategicImpact === null || standardizability === null || uncertainty === null)
    return null;
  return { operationalDependence, strategicImpact, standardizability, uncertainty };
}

const UNSCORED = { operationalDependence: null, strategicImpact: null, standardizability: null, uncertainty: null };

export function scoreColumns(scores: ArchetypeScores | null) {
  return scores ? { ...scores } : UNSCORED;
}

/** The override as it was decided, whether it has expired or not. */
export function overrideOf(service: ServiceEntity): ArchetypeOverride | null {
  const { overrideArchetype, overrideDecidedById, overrideReason, overrideExpiresOn } = service;
  if (!overrideArchetype || !overrideDecidedById || !overrideReason || !overrideExpiresOn) return null;
  return {
    archetype: overrideArchetype,
    decidedById: overrideDecidedById,
    reason: overrideReason,
    expiresOn: overrideExpiresOn,
  };
}

export function overrideColumns(override: ArchetypeOverride | null) {
  return {
    overrideArchetype: override?.archetype ?? null,
    overrideDecidedById: override?.decidedById ?? null,
    overrideReason: override?.reason ?? null,
    overrideExpiresOn: override?.expiresOn ?? null,
  };
}
