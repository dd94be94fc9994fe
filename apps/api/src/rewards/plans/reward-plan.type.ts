import { PRORATIONS, type ProposalState, type Proration, type WindowKind } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { WindowKindEnum } from '../../agreements/agreement-enums.js';
import { ProposalStateEnum } from '../../people/roles.type.js';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const ProrationEnum = upperSnakeEnum(PRORATIONS);

registerEnumType(ProrationEnum, {
  name: 'Proration',
  description: 'How a pool is split among members who come and go.',
  valuesMap: {
    WEIGHT_DAYS: { description: 'By weight × days.' },
    SEGMENTS: { description: 'By days; on each stretch of days among those who are there, by weight.' },
    FORFEIT: { description: 'As if everybody had been there all along; what is not earned goes to nobody.' },
  },
});

@ObjectType({ description: 'How a team is paid for the performance of the services that it manages.' })
export class RewardPlan {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field()
  currency!: string;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;
}

@ObjectType()
export class CurveAnchor {
  @Field(() => DecimalScalar)
  attainment!: string;

  @Field(() => DecimalScalar)
  percent!: string;
}

@ObjectType({ description: 'What a plan pays from a day on.' })
export class RewardPlanVersion {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => ProposalStateEnum)
  state!: ProposalState;

  @Field(() => CalendarDateScalar)
  effectiveFrom!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'The last day; null = open.' })
  effectiveTo!: string | null;

  @Field(() => WindowKindEnum, { name: 'window' })
  windowKind!: WindowKind;

  @Field(() => ProrationEnum)
  proration!: Proration;

  @Field(() => [CurveAnchor], {
    description:
      'Attainment and percent paid, ascending; straight lines between, nothing below the first, the last holds above.',
  })
  curve!: CurveAnchor[];

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'Why it was refused or withdrawn.' })
  reason!: string | null;
}

@ObjectType({ description: 'A commitment that is paid for, and the scale that its result lies on.' })
export class RewardMeasure {
  @Field(() => ID)
  id!: string;

  @Field(() => DecimalScalar)
  weight!: string;

  @Field(() => DecimalScalar, { description: 'Percent; attainment 0.' })
  floor!: string;

  @Field(() => DecimalScalar, { description: 'Percent; attainment 100. Under the floor when less is better.' })
  target!: string;
}
