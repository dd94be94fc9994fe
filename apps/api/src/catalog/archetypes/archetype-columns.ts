import type { ArchetypeScores, ArchetypeTerms, RewardMix } from '@accord/domain';
import type { ArchetypeVersionEntity } from './archetype-version.entity.js';

export const rewardMixOf = (version: ArchetypeVersionEntity): RewardMix => ({
  operations: version.rewardOperations,
  customer: version.rewardCustomer,
  outcome: version.rewardOutcome,
});

export const typicalScoresOf = (version: ArchetypeVersionEntity): ArchetypeScores => ({
  operationalDependence: version.typicalOperationalDependence,
  strategicImpact: version.typicalStrategicImpact,
  standardizability: version.typicalStandardizability,
  uncertainty: version.typicalUncertainty,
});

/** The columns that hold the terms. */
export function columnsOf({ rewardMix, typicalScores, ...terms }: ArchetypeTerms) {
  return {
    name: terms.name.trim(),
    summary: terms.summary,
    commitmentStyle: terms.commitmentStyle,
    defaultAvailability: terms.defaultAvailability,
    reviewCadence: terms.reviewCadence,
    decisionBody: terms.decisionBody,
    sourcing: terms.sourcing,
    costModel: terms.costModel,
    firstMeasure: terms.firstMeasure,
    rewardOperations: rewardMix.operations,
    rewardCustomer: rewardMix.customer,
    rewardOutcome: rewardMix.outcome,
    typicalOperationalDependence: typicalScores.operationalDependence,
    typicalStrategicImpact: typicalScores.strategicImpact,
    typicalStandardizability: typicalScores.standardizability,
    typicalUncertainty: typicalScores.uncertainty,
  };
}
