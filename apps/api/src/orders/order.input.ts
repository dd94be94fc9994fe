import { Field, ID, InputType, Int } from '@nestjs/graphql';
import { IsOptional, IsUUID, Max, MaxLength, Min } from 'class-validator';
import { Omittable } from '../platform/graphql/omittable.js';

const MOST = 100_000;

@InputType()
export class DraftOrderInput {
  @Field(() => ID)
  @IsUUID()
  planId!: string;

  @Field(() => Int, { nullable: true, defaultValue: 1 })
  @IsOptional()
  @Min(1)
  @Max(MOST)
  quantity?: number | null;

  @Field(() => ID, { nullable: true, description: "The unit that pays. Omitted: the beneficiary's." })
  @IsOptional()
  @IsUUID()
  unitId?: string | null;

  @Field(() => ID, { nullable: true, description: 'The person it is for. Omitted: the viewer.' })
  @IsOptional()
  @IsUUID()
  beneficiaryId?: string | null;

  @Field({ description: 'Why it is needed; read by who decides.' })
  @MaxLength(2000)
  reason!: string;
}

@InputType({ description: 'Omitted fields stay as they are.' })
export class ChangeOrderDraftInput {
  @Field(() => ID, { nullable: true })
  @Omittable()
  @IsUUID()
  planId?: string;

  @Field(() => Int, { nullable: true })
  @Omittable()
  @Min(1)
  @Max(MOST)
  quantity?: number;

  @Field(() => ID, { nullable: true })
  @Omittable()
  @IsUUID()
  unitId?: string;

  @Field(() => ID, { nullable: true })
  @Omittable()
  @IsUUID()
  beneficiaryId?: string;

  @Field(() => String, { nullable: true })
  @Omittable()
  @MaxLength(2000)
  reason?: string;
}
