import type { ExcludedTime, MissingData, WindowKind } from '@accord/domain';
import { Field, Float, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import {
  Allow,
  ArrayMaxSize,
  IsBoolean,
  IsInt,
  IsNumber,
  IsOptional,
  IsUUID,
  Min,
  ValidateNested,
} from 'class-validator';
import { ExcludedTimeEnum, MissingDataEnum, WindowKindEnum } from '../../agreements/agreement-enums.js';
import { CreditScheduleInput } from '../../agreements/commitment.input.js';
import { PriorityTargetInput } from '../../agreements/indicator.input.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';

@InputType({ description: 'What the terms are supposed to say otherwise; what is omitted or null stays as it was.' })
export class SupposedTermsInput {
  @Field(() => DecimalScalar, { nullable: true, description: 'Percent.' })
  @IsOptional()
  target?: string | null;

  @Field(() => WindowKindEnum, { nullable: true })
  @IsOptional()
  @Allow()
  window?: WindowKind | null;

  @Field(() => ID, { nullable: true, description: 'Its hours as they were; before its first ones, those.' })
  @IsOptional()
  @IsUUID()
  calendarId?: string | null;

  @Field(() => MissingDataEnum, { nullable: true })
  @IsOptional()
  @Allow()
  missingData?: MissingData | null;

  @Field(() => DecimalScalar, { nullable: true })
  @IsOptional()
  coverageFloor?: string | null;

  @Field(() => Boolean, { nullable: true })
  @IsOptional()
  @IsBoolean()
  providerOwesData?: boolean | null;

  @Field(() => ExcludedTimeEnum, { nullable: true })
  @IsOptional()
  @Allow()
  excludedTime?: ExcludedTime | null;

  @Field(() => Int, { nullable: true, description: 'Of availability.' })
  @IsOptional()
  @IsInt()
  @Min(0)
  shortestOutageMs?: number | null;

  @Field(() => Float, { nullable: true, description: 'Of values: what they may reach.' })
  @IsOptional()
  @IsNumber()
  limit?: number | null;

  @Field(() => [PriorityTargetInput], { nullable: true, description: 'Of tickets: other times for these priorities.' })
  @IsOptional()
  @ArrayMaxSize(9)
  @ValidateNested({ each: true })
  @Type(() => PriorityTargetInput)
  targets?: PriorityTargetInput[] | null;

  @Field(() => CreditScheduleInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => CreditScheduleInput)
  credit?: CreditScheduleInput | null;

  @Field(() => Boolean, { nullable: true, description: 'As if no credit had been agreed; wins over `credit`.' })
  @IsOptional()
  @IsBoolean()
  withoutCredit?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'As if nobody had approved an exclusion.' })
  @IsOptional()
  @IsBoolean()
  withoutExclusions?: boolean | null;

  @Field(() => Boolean, { nullable: true, description: 'As if no maintenance had been announced.' })
  @IsOptional()
  @IsBoolean()
  withoutMaintenance?: boolean | null;
}
