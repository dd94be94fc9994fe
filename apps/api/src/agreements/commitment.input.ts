import type { CommitmentPromise, Comparator, CreditTerms, ExcludedTime, MissingData, WindowKind } from '@accord/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsBoolean, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { SaysSomething } from '../platform/errors/says-something.js';
import { DecimalScalar } from '../platform/graphql/scalars.js';
import { ComparatorEnum, ExcludedTimeEnum, MissingDataEnum, WindowKindEnum } from './agreement-enums.js';
import { UnderpinningInput } from './chain/underpinning.input.js';
import { IndicatorInput, indicatorOf } from './indicator.input.js';

@InputType()
export class CreditTierInput {
  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  gte?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  lt?: string | null;

  @Field(() => DecimalScalar)
  @Allow()
  percent!: string;
}

@InputType()
export class CreditScheduleInput {
  @Field(() => [CreditTierInput])
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => CreditTierInput)
  tiers!: CreditTierInput[];

  @Field(() => DecimalScalar, { nullable: true, description: "In the agreement's currency." })
  @IsOptional()
  minimum?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  capPercent?: string | null;
}

@InputType()
export class CommitmentTermsInput {
  @Field(() => Int, { nullable: true, description: 'Of the draft that was edited; omitted = as it is now.' })
  @IsOptional()
  @IsInt()
  revision?: number | null;

  @Field(() => ID)
  @IsUUID()
  serviceId!: string;

  @Field()
  @MaxLength(200)
  slug!: string;

  @Field()
  @SaysSomething()
  @MaxLength(200)
  name!: string;

  @Field(() => IndicatorInput)
  @ValidateNested()
  @Type(() => IndicatorInput)
  indicator!: IndicatorInput;

  @Field(() => DecimalScalar)
  @Allow()
  target!: string;

  @Field(() => ComparatorEnum)
  @Allow()
  comparator!: Comparator;

  @Field(() => WindowKindEnum)
  @Allow()
  window!: WindowKind;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(500)
  windowText?: string | null;

  @Field(() => ID)
  @IsUUID()
  calendarId!: string;

  @Field(() => MissingDataEnum)
  @Allow()
  missingData!: MissingData;

  @Field(() => DecimalScalar)
  @Allow()
  coverageFloor!: string;

  @Field()
  @IsBoolean()
  providerOwesData!: boolean;

  @Field(() => ExcludedTimeEnum)
  @Allow()
  excludedTime!: ExcludedTime;

  @Field(() => CreditScheduleInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CreditScheduleInput)
  credit?: CreditScheduleInput | null;

  @Field(() => [UnderpinningInput], {
    nullable: true,
    description:
      'What it rests on: all groups have to be kept, in each of them so many. Empty = what its service rests on; omitted = as it is.',
  })
  @IsOptional()
  @ArrayMaxSize(20)
  @ValidateNested({ each: true })
  @Type(() => UnderpinningInput)
  underpinnedBy?: UnderpinningInput[] | null;
}

/** The promise in the words of the domain. */
export function promiseOf(input: CommitmentTermsInput): CommitmentPromise {
  const { target, comparator, window, missingData, coverageFloor, providerOwesData, excludedTime } = input;
  return {
    indicator: indicatorOf(input.indicator),
    target,
    comparator,
    windowKind: window,
    missingData,
    coverageFloor,
    providerOwesData,
    excludedTime,
    credit: input.credit ? creditOf(input.credit) : null,
  };
}

/** A credit schedule in the words of the domain. */
export function creditOf({ tiers, minimum = null, capPercent = null }: CreditScheduleInput): CreditTerms {
  return { tiers: tiers.map(({ gte = null, lt = null, percent }) => ({ gte, lt, percent })), minimum, capPercent };
}
