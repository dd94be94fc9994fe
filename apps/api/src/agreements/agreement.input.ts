import type { AgreementKind, ClosingWay, ExclusionCategory, MeasuredBy } from '@accord/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  ArrayUnique,
  IsBoolean,
  IsInt,
  IsOptional,
  IsUUID,
  Max,
  MaxLength,
  Min,
  ValidateNested,
} from 'class-validator';
import { SaysSomething } from '../platform/errors/says-something.js';
import { CalendarDateScalar, DecimalScalar } from '../platform/graphql/scalars.js';
import { AgreementKindEnum, ClosingWayEnum, ExclusionCategoryEnum, MeasuredByEnum } from './agreement-enums.js';
import { MaintenanceRulesInput } from './maintenance-rules.type.js';
import { RemedyTermsInput } from './remedy-terms.input.js';

@InputType()
export class DraftAgreementInput {
  @Field()
  @SaysSomething()
  @MaxLength(200)
  name!: string;

  @Field()
  @MaxLength(200)
  slug!: string;

  @Field(() => AgreementKindEnum)
  @Allow()
  kind!: AgreementKind;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  providerId?: string | null;

  @Field(() => ID, { nullable: true })
  @IsOptional()
  @IsUUID()
  customerId?: string | null;

  @Field()
  @MaxLength(100)
  timeZone!: string;

  @Field()
  @MaxLength(3)
  currency!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  effectiveFrom!: string;

  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  monthlyCharge?: string | null;
}

@InputType({ description: 'Omitted fields stay as they are; null clears a charge, a text or a list.' })
export class ChangeAgreementVersionInput {
  @Field(() => Int, { nullable: true, description: 'Of the draft that was edited; omitted = as it is now.' })
  @IsOptional()
  @IsInt()
  revision?: number | null;

  @Field(() => CalendarDateScalar, { nullable: true })
  @IsOptional()
  effectiveFrom?: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  monthlyCharge?: string | null;

  @Field(() => MeasuredByEnum, { nullable: true, description: 'Who measures for the record.' })
  @IsOptional()
  measuredBy?: MeasuredBy | null;

  @Field(() => Int, {
    nullable: true,
    description: 'Days in which one may object to a figure; null = silence says nothing.',
  })
  @IsOptional()
  @IsInt()
  objectionDays?: number | null;

  @Field(() => RemedyTermsInput, { nullable: true, description: 'Null = as usual for the kind of agreement.' })
  @IsOptional()
  @ValidateNested()
  @Type(() => RemedyTermsInput)
  remedy?: RemedyTermsInput | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  capText?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  claimText?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  exclusionsText?: string | null;

  @Field(() => [ExclusionCategoryEnum], { nullable: true, description: 'null = the contract names none, so any.' })
  @IsOptional()
  @ArrayUnique()
  exclusionCategories?: ExclusionCategory[] | null;

  @Field(() => MaintenanceRulesInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => MaintenanceRulesInput)
  maintenanceRules?: MaintenanceRulesInput | null;

  @Field(() => ClosingWayEnum, { nullable: true })
  @IsOptional()
  closing?: ClosingWay;

  @Field(() => Int, { nullable: true, description: 'With BY_ITSELF; else null.' })
  @IsOptional()
  @IsInt()
  closingDays?: number | null;

  @Field(() => [Int], { nullable: true, description: '1 to 99, at most five; none = nobody hears of running clocks.' })
  @IsOptional()
  @ArrayMaxSize(5)
  @ArrayUnique()
  @IsInt({ each: true })
  @Min(1, { each: true })
  @Max(99, { each: true })
  ticketAlertPercents?: number[];

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  urgentAtAnyHour?: boolean;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  sourceText?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  notesText?: string | null;
}
