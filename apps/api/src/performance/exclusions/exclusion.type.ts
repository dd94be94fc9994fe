import type { ProposalState } from '@accord/domain';
import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsOptional, IsUUID, MaxLength } from 'class-validator';
import { ProposalStateEnum } from '../../people/roles.type.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { PeriodResult } from '../results/period-result.type.js';

@ObjectType({ description: 'Time that does not count for a commitment, once a second person approved it.' })
export class Exclusion {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { name: 'from' })
  fromAt!: Date;

  @Field(() => Date, { name: 'to' })
  toAt!: Date;

  @Field()
  reason!: string;

  @Field(() => String, { nullable: true })
  evidence!: string | null;

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

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Figure of the newest result of the period touched first, and as it would be with this exclusion.',
  })
  figureBefore!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  figureAfter!: string | null;
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

  @Field()
  @SaysSomething()
  @MaxLength(1000)
  reason!: string;

  @Field(() => String, { nullable: true })
  @IsOptional()
  @MaxLength(2000)
  evidence?: string | null;
}

@ObjectType({ isAbstract: true })
abstract class ExclusionPayload {
  @Field(() => Exclusion, { nullable: true })
  exclusion!: Exclusion | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class ProposeExclusionPayload extends ExclusionPayload {}

@ObjectType()
export class ApproveExclusionPayload extends ExclusionPayload {
  @Field(() => [PeriodResult])
  restated!: PeriodResult[];
}

@ObjectType()
export class RefuseExclusionPayload extends ExclusionPayload {}

@ObjectType()
export class WithdrawExclusionPayload extends ExclusionPayload {}
