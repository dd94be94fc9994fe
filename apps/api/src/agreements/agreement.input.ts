import type { AgreementKind, ExclusionCategory } from '@accord/domain';
import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayUnique, IsInt, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { SaysSomething } from '../platform/errors/says-something.js';
import { CalendarDateScalar, DecimalScalar } from '../platform/graphql/scalars.js';
import { AgreementKindEnum, ExclusionCategoryEnum } from './agreement-enums.js';
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

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  sourceText?: string | null;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(20_000)
  notesText?: string | null;
}
