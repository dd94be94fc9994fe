import type { ArchetypeScores } from './archetype-scores.js';

/** What kind of service it is, in the order in which ties are settled and screens list them. */
export const ARCHETYPE_KEYS = [
  'commodityUtility',
  'coreOperations',
  'enhancement',
  'differentiator',
  'frontier',
] as const;
export type ArchetypeKey = (typeof ARCHETYPE_KEYS)[number];

export const REVIEW_CADENCES = ['fortnightly', 'monthly', 'quarterly', 'stageGate'] as const;
export type ReviewCadence = (typeof REVIEW_CADENCES)[number];

export const DECISION_BODIES = ['centralized', 'participative', 'centralizedAndParticipative', 'needsBased'] as const;
export type DecisionBody = (typeof DECISION_BODIES)[number];

export const SUPPLIER_STRATEGIES = [
  'marketSeveralSources',
  'retainedControl',
  'mixed',
  'retainedOrStrategicPartner',
  'partnerCapped',
] as const;
export type SupplierStrategy = (typeof SUPPLIER_STRATEGIES)[number];

export const COST_MODELS = [
  'unitPriceChargeback',
  'capacityTiered',
  'projectPlusRunShowback',
  'valueCaseJointBudget',
  'cappedVentureFund',
] as const;
export type CostModel = (typeof COST_MODELS)[number];

/** Percent of a reward that follows each family of measures; together 100. */
export interface RewardMix {
  readonly operations: number;
  readonly customer: number;
  readonly outcome: number;
}

/** How services of one archetype are committed, governed, sourced, priced and rewarded. */
export interface ArchetypeTerms {
  readonly name: string;
  readonly summary: string;
  readonly commitmentStyle: string;
  /** Percent, exact; null promises no availability by default. */
  readonly defaultAvailability: string | null;
  readonly reviewCadence: ReviewCadence;
  readonly decisionBody: DecisionBody;
  readonly sourcing: SupplierStrategy;
  readonly costModel: CostModel;
  readonly firstMeasure: string;
  readonly rewardMix: RewardMix;
  readonly typicalScores: ArchetypeScores;
}
