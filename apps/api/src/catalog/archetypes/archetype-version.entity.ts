import type { ArchetypeKey, CostModel, DecisionBody, ReviewCadence, SupplierStrategy } from '@accord/domain';
import { Check, Column, Entity, PrimaryColumn, Unique } from 'typeorm';

const SCORES = ['operational_dependence', 'strategic_impact', 'standardizability', 'uncertainty'];
const SCORES_CHECK = SCORES.map((score) => `"typical_${score}" BETWEEN 1 AND 5`).join(' AND ');
const MIX_CHECK = `"reward_operations" >= 0 AND "reward_customer" >= 0 AND "reward_outcome" >= 0 AND "reward_operations" + "reward_customer" + "reward_outcome" = 100`;

/** How services of an archetype are run from a day on, until the next version's day. Rows never change. */
@Entity('archetype_version')
@Unique('archetype_version_number_key', ['key', 'version'])
@Unique('archetype_version_effective_key', ['key', 'effectiveFrom'])
@Check(
  'archetype_version_key_check',
  `"key" IN ('commodityUtility', 'coreOperations', 'enhancement', 'differentiator', 'frontier')`,
)
@Check('archetype_version_number_check', `"version" >= 1`)
@Check('archetype_version_availability_check', `"default_availability" > 0 AND "default_availability" <= 100`)
@Check('archetype_version_cadence_check', `"review_cadence" IN ('fortnightly', 'monthly', 'quarterly', 'stageGate')`)
@Check(
  'archetype_version_body_check',
  `"decision_body" IN ('centralized', 'participative', 'centralizedAndParticipative', 'needsBased')`,
)
@Check(
  'archetype_version_sourcing_check',
  `"sourcing" IN ('marketSeveralSources', 'retainedControl', 'mixed', 'retainedOrStrategicPartner', 'partnerCapped')`,
)
@Check(
  'archetype_version_cost_model_check',
  `"cost_model" IN ('unitPriceChargeback', 'capacityTiered', 'projectPlusRunShowback', 'valueCaseJointBudget', 'cappedVentureFund')`,
)
@Check('archetype_version_mix_check', MIX_CHECK)
@Check('archetype_version_scores_check', SCORES_CHECK)
export class ArchetypeVersionEntity {
  @PrimaryColumn('uuid', { primaryKeyConstraintName: 'archetype_version_pkey' })
  id!: string;

  @Column('text')
  key!: ArchetypeKey;

  @Column('int')
  version!: number;

  @Column('date')
  effectiveFrom!: string;

  @Column('text')
  name!: string;

  @Column('text')
  summary!: string;

  @Column('text')
  commitmentStyle!: string;

  /** Percent; null promises no availability by default. */
  @Column('numeric', { nullable: true })
  defaultAvailability!: string | null;

  @Column('text')
  reviewCadence!: ReviewCadence;

  @Column('text')
  decisionBody!: DecisionBody;

  @Column('text')
  sourcing!: SupplierStrategy;

  @Column('text')
  costModel!: CostModel;

  @Column('text')
  firstMeasure!: string;

  @Column('smallint')
  rewardOperations!: number;

  @Column('smallint')
  rewardCustomer!: number;

  @Column('smallint')
  rewardOutcome!: number;

  @Column('smallint')
  typicalOperationalDependence!: number;

  @Column('smallint')
  typicalStrategicImpact!: number;

  @Column('smallint')
  typicalStandardizability!: number;

  @Column('smallint')
  typicalUncertainty!: number;
}
