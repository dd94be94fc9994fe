import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/errors/user-error.type.js';
import { PeriodResult } from './period-result.type.js';

@ObjectType()
export class ClosePeriodPayload {
  @Field(() => [PeriodResult])
  results!: PeriodResult[];

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class RestateResultPayload {
  @Field(() => PeriodResult, { nullable: true })
  result!: PeriodResult | null;

  @Field(() => [UserError])
  errors!: UserError[];
}
