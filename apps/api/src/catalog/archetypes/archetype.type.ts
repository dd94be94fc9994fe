import {
  ARCHETYPE_KEYS,
  COST_MODELS,
  DECISION_BODIES,
  REVIEW_CADENCES,
  SUPPLIER_STRATEGIES,
  type ArchetypeKey,
  type CostModel,
  type DecisionBody,
  type ReviewCadence,
  type SupplierStrategy,
} from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const ArchetypeKeyEnum = upperSnakeEnum(ARCHETYPE_KEYS);
export const ReviewCadenceEnum = upperSnakeEnum(REVIEW_CADENCES);
export const DecisionBodyEnum = upperSnakeEnum(DECISION_BODIES);
export const SupplierStrategyEnum = upperSnakeEnum(SUPPLIER_STRATEGIES);
export const CostModelEnum = upperSnakeEnum(COST_MODELS);

registerEnumType(ArchetypeKeyEnum, { name: 'ArchetypeKey' });
registerEnumType(ReviewCadenceEnum, { name: 'ReviewCadence' });
registerEnumType(DecisionBodyEnum, { name: 'DecisionBody' });
registerEnumType(SupplierStrategyEnum, { name: 'SupplierStrategy' });
registerEnumType(CostModelEnum, { name: 'CostModel' });

@ObjectType({ description: 'The four scores, each 1 (low) to 5 (high), from which an archetype is suggested.' })
export class ArchetypeScores {
  @Field(() => Int)
  operationalDependence!: number;

  @Field(() => Int)
  strategicImpact!: number;

  @Field(() => Int)
  standardizability!: number;

  @Field(() => Int)
  uncertainty!: number;
}

@ObjectType({
  description: 'Percent of a reward that follows operations, customer and outcome measures; they add up to 100.',
})
export class RewardMix {
  @Field(() => Int)
  operations!: number;

  @Field(() => Int)
  customer!: number;

  @Field(() => Int)
  outcome!: number;
}

@ObjectType({
  description:
    'A version of an archetype: what a service of this kind should be committed, governed, sourced, priced and rewarded by.',
})
export class Archetype {
  @Field(() => ID)
  id!: string;

  @Field(() => ArchetypeKeyEnum)
  key!: ArchetypeKey;

  @Field()
  name!: string;

  @Field(() => Int)
  version!: number;

  @Field(() => CalendarDateScalar)
  effectiveFrom!: string;

  @Field()
  summary!: string;

  @Field()
  commitmentStyle!: string;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percent; null = no availability is promised by default.',
  })
  defaultAvailability!: string | null;

  @Field(() => ReviewCadenceEnum)
  reviewCadence!: ReviewCadence;

  @Field(() => DecisionBodyEnum)
  decisionBody!: DecisionBody;

  @Field(() => SupplierStrategyEnum)
  sourcing!: SupplierStrategy;

  @Field(() => CostModelEnum)
  costModel!: CostModel;

  @Field()
  firstMeasure!: string;
}
