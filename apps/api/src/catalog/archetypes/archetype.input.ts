import type {
  ArchetypeScores,
  CostModel,
  DecisionBody,
  ReviewCadence,
  RewardMix,
  SupplierStrategy,
} from '@accord/domain';
import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Allow, MaxLength } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import {
  Archetype,
  CostModelEnum,
  DecisionBodyEnum,
  ReviewCadenceEnum,
  SupplierStrategyEnum,
} from './archetype.type.js';

@InputType()
export class ArchetypeScoresInput implements ArchetypeScores {
  @Field(() => Int)
  @Allow()
  operationalDependence!: number;

  @Field(() => Int)
  @Allow()
  strategicImpact!: number;

  @Field(() => Int)
  @Allow()
  standardizability!: number;

  @Field(() => Int)
  @Allow()
  uncertainty!: number;
}

@InputType()
export class RewardMixInput implements RewardMix {
  @Field(() => Int)
  @Allow()
  operations!: number;

  @Field(() => Int)
  @Allow()
  customer!: number;

  @Field(() => Int)
  @Allow()
  outcome!: number;
}

@InputType({ description: 'A whole new version of the archetype, in force from its date on.' })
export class ChangeArchetypeInput {
  @Field(() => CalendarDateScalar)
  @Allow()
  effectiveFrom!: string;

  @Field()
  @MaxLength(100)
  @SaysSomething()
  name!: string;

  @Field()
  @MaxLength(1000)
  @SaysSomething()
  summary!: string;

  @Field()
  @MaxLength(1000)
  @SaysSomething()
  commitmentStyle!: string;

  @Field(() => DecimalScalar, { nullable: true })
  @Allow()
  defaultAvailability?: string | null;

  @Field(() => ReviewCadenceEnum)
  @Allow()
  reviewCadence!: ReviewCadence;

  @Field(() => DecisionBodyEnum)
  @Allow()
  decisionBody!: DecisionBody;

  @Field(() => SupplierStrategyEnum)
  @Allow()
  sourcing!: SupplierStrategy;

  @Field(() => CostModelEnum)
  @Allow()
  costModel!: CostModel;

  @Field()
  @MaxLength(1000)
  @SaysSomething()
  firstMeasure!: string;

  @Field(() => RewardMixInput)
  @Allow()
  rewardMix!: RewardMixInput;

  @Field(() => ArchetypeScoresInput)
  @Allow()
  typicalScores!: ArchetypeScoresInput;

  @Field()
  @MaxLength(1000)
  @SaysSomething()
  reason!: string;
}

@ObjectType()
export class ChangeArchetypePayload {
  @Field(() => Archetype, { nullable: true })
  archetype?: Archetype | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
