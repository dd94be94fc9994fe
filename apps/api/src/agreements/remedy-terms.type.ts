import {
  CLAIM_ANCHORS,
  CLAIM_UNITS,
  type ClaimAnchor,
  type ClaimUnit,
  CREDIT_COMBINATIONS,
  type CreditCombination,
  REMEDY_NATURES,
  type RemedyNature,
} from '@accord/domain';
import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { DecimalScalar } from '../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';

export const CreditCombinationEnum = upperSnakeEnum(CREDIT_COMBINATIONS);
export const ClaimAnchorEnum = upperSnakeEnum(CLAIM_ANCHORS);
export const ClaimUnitEnum = upperSnakeEnum(CLAIM_UNITS);
export const RemedyNatureEnum = upperSnakeEnum(REMEDY_NATURES);

registerEnumType(CreditCombinationEnum, {
  name: 'CreditCombination',
  description: 'How credits of several misses of a period make one: all, the highest, or by a table of points.',
});
registerEnumType(ClaimAnchorEnum, {
  name: 'ClaimAnchor',
  description:
    'What begins the term: the first thing that went wrong, the end of the period, or the closing of the period.',
});
registerEnumType(ClaimUnitEnum, {
  name: 'ClaimUnit',
  description: 'MONTH_ENDS: to the end of this month (0), the next one (1), the one after (2).',
});
registerEnumType(RemedyNatureEnum, { name: 'RemedyNature' });

@ObjectType({ description: 'From so many points on, this percentage of the charge.' })
export class PointsRow {
  @Field(() => Int)
  points!: number;

  @Field(() => DecimalScalar)
  percent!: string;
}

@ObjectType({ description: 'Until when a credit may be claimed.' })
export class ClaimDeadline {
  @Field(() => ClaimAnchorEnum)
  anchor!: ClaimAnchor;

  @Field(() => ClaimUnitEnum)
  unit!: ClaimUnit;

  @Field(() => Int)
  count!: number;

  @Field({ description: 'A last day that is no business day moves to the next one.' })
  rolls!: boolean;
}

@ObjectType({
  description: 'A credit comes back to who owed it, when the periods after the miss are kept without a gap.',
})
export class EarnBack {
  @Field(() => Int)
  periods!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'In percent; null = what was promised for each.' })
  levelPercent!: string | null;
}

@ObjectType({ description: 'What an agreement says of the credits of all its commitments together.' })
export class RemedyTerms {
  @Field(() => CreditCombinationEnum)
  combination!: CreditCombination;

  @Field(() => [PointsRow], { description: 'By points: each miss costs one. Empty otherwise.' })
  pointsTable!: readonly PointsRow[];

  @Field({ description: 'A miss that follows one of the period before costs two points.' })
  repeatDoubles!: boolean;

  @Field({ description: 'Commitments that one incident made fail are credited once, by the highest.' })
  oncePerIncident!: boolean;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of the charge of the period; null = no cap.' })
  periodCapPercent!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "In the agreement's currency; null = no cap." })
  yearCap!: string | null;

  @Field(() => Int, { description: 'Month, 1 to 12, in which the year of the contract begins.' })
  yearFromMonth!: number;

  @Field(() => EarnBack, { nullable: true, description: 'Null = what was missed stays owed.' })
  earnBack!: EarnBack | null;

  @Field({ description: 'Credited by itself; otherwise it has to be claimed.' })
  isAutomatic!: boolean;

  @Field(() => ClaimDeadline, { nullable: true, description: 'Null = a claim is always in time.' })
  deadline!: ClaimDeadline | null;

  @Field(() => RemedyNatureEnum)
  nature!: RemedyNature;

  @Field({ description: 'Nothing else can be asked for.' })
  isSole!: boolean;
}
