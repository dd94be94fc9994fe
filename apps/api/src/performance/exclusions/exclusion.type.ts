import type { ExclusionCategory, ProposalState } from '@accord/domain';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsDate, IsOptional, IsUUID, MaxLength, ValidateNested } from 'class-validator';
import { ExclusionCategoryEnum } from '../../agreements/agreement-enums.js';
import { ProposalStateEnum } from '../../people/roles.type.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { PeriodResult } from '../results/period-result.type.js';
import { ExclusionEvidenceInput } from './exclusion-evidence.input.js';
import { PeriodEffect } from './period-effect.type.js';

@ObjectType({ description: 'Time that does not count for a commitment, once a second person approved it.' })
export class Exclusion {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { name: 'from' })
  fromAt!: Date;

  @Field(() => Date, { name: 'to' })
  toAt!: Date;

  @Field(() => ExclusionCategoryEnum)
  category!: ExclusionCategory;

  @Field()
  reason!: string;

  @Field(() => ProposalStateEnum)
  state!: ProposalState;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => Date, { nullable: true })
  decidedAt!: Date | null;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;

  @Field()
  bootstrap!: boolean;

  @Field(() => [PeriodEffect], {
    description: 'Of each period that it touches: as who decided saw it; until then as it was when it was proposed.',
  })
  effects!: PeriodEffect[];
}

@ObjectType()
export class ExclusionConnection extends countedConnectionOf(Exclusion, 'Exclusion') {}

@InputType()
export class ProposeExclusionInput {
  @Field(() => ID)
  @IsUUID()
  commitmentId!: string;

  @Field(() => Date)
  @IsDate()
  from!: Date;

  @Field(() => Date)
  @IsDate()
  to!: Date;

  @Field(() => ExclusionCategoryEnum, {
    description: 'One that the version of the agreement in force when the time begins names.',
  })
  @Allow()
  category!: ExclusionCategory;

  @Field()
  @SaysSomething()
  @MaxLength(1000)
  reason!: string;

  @Field(() => [ExclusionEvidenceInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(10)
  @ValidateNested({ each: true })
  @Type(() => ExclusionEvidenceInput)
  evidence?: ExclusionEvidenceInput[] | null;
}

const ExclusionPayload = payloadOf('exclusion', Exclusion);

@ObjectType()
export class ProposeExclusionPayload extends ExclusionPayload {}

@ObjectType()
export class ApproveExclusionPayload extends ExclusionPayload {
  @Field(() => [PeriodResult], { description: 'The new revisions that it made.' })
  restated!: PeriodResult[];

  @Field(() => [PeriodResult], {
    description: 'Closed results that come out differently now, and wait for a service manager who restates them.',
  })
  waiting!: PeriodResult[];
}

@ObjectType()
export class RefuseExclusionPayload extends ExclusionPayload {}

@ObjectType()
export class WithdrawExclusionPayload extends ExclusionPayload {}
