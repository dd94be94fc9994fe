import type { ClaimAnchor, ClaimUnit, CreditCombination, RemedyNature, RemedyTerms } from '@accord/domain';
import { Field, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsBoolean, IsInt, IsOptional, ValidateNested } from 'class-validator';
import { DecimalScalar } from '../platform/graphql/scalars.js';
import { ClaimAnchorEnum, ClaimUnitEnum, CreditCombinationEnum, RemedyNatureEnum } from './remedy-terms.type.js';

@InputType()
export class PointsRowInput {
  @Field(() => Int)
  @IsInt()
  points!: number;

  @Field(() => DecimalScalar)
  @Allow()
  percent!: string;
}

@InputType()
export class ClaimDeadlineInput {
  @Field(() => ClaimAnchorEnum)
  @Allow()
  anchor!: ClaimAnchor;

  @Field(() => ClaimUnitEnum)
  @Allow()
  unit!: ClaimUnit;

  @Field(() => Int)
  @IsInt()
  count!: number;

  @Field({ description: 'A last day that is no business day moves to the next one.' })
  @IsBoolean()
  rolls!: boolean;
}

@InputType({
  description: 'A credit comes back to who owed it, when the periods after the miss are kept without a gap.',
})
export class EarnBackInput {
  @Field(() => Int, { description: '1 to 12.' })
  @IsInt()
  periods!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Share of the good that each has to reach, in percent; null = what was promised for it.',
  })
  @IsOptional()
  levelPercent?: string | null;
}

@InputType()
export class RemedyTermsInput {
  @Field(() => CreditCombinationEnum)
  @Allow()
  combination!: CreditCombination;

  @Field(() => [PointsRowInput], { description: 'Where credits are by points; empty otherwise.' })
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => PointsRowInput)
  pointsTable!: PointsRowInput[];

  @Field()
  @IsBoolean()
  repeatDoubles!: boolean;

  @Field()
  @IsBoolean()
  oncePerIncident!: boolean;

  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  periodCapPercent?: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: "In the agreement's currency." })
  @IsOptional()
  yearCap?: string | null;

  @Field(() => Int, { description: 'Month, 1 to 12, in which the year of the contract begins.' })
  @IsInt()
  yearFromMonth!: number;

  @Field(() => EarnBackInput, { nullable: true, description: 'Null = what was missed stays owed.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => EarnBackInput)
  earnBack?: EarnBackInput | null;

  @Field()
  @IsBoolean()
  isAutomatic!: boolean;

  @Field(() => ClaimDeadlineInput, { nullable: true, description: 'Null = a claim is always in time.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => ClaimDeadlineInput)
  deadline?: ClaimDeadlineInput | null;

  @Field(() => RemedyNatureEnum)
  @Allow()
  nature!: RemedyNature;

  @Field()
  @IsBoolean()
  isSole!: boolean;
}

/** The terms in the words of the domain. */
export function remedyOf({ periodCapPercent = null, yearCap = null, ...input }: RemedyTermsInput): RemedyTerms {
  const { deadline = null, earnBack = null, pointsTable } = input;
  return {
    ...input,
    periodCapPercent,
    yearCap,
    pointsTable: pointsTable.map(({ points, percent }) => ({ points, percent })),
    earnBack: earnBack && { periods: earnBack.periods, levelPercent: earnBack.levelPercent ?? null },
    deadline: deadline && {
      anchor: deadline.anchor,
      unit: deadline.unit,
      count: deadline.count,
      rolls: deadline.rolls,
    },
  };
}
