import { Field, Int, ObjectType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { UserError } from '../../platform/errors/user-error.type.js';
import { PeriodResult } from './period-result.type.js';

@ObjectType()
export class ClosePeriodPayload {
  @Field(() => [PeriodResult])
  results!: PeriodResult[];

  @Field(() => Int, {
    description:
      'How many more have ended and stay open because the viewer is measured by them: another person closes them.',
  })
  leftOut!: number;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class RestateResultPayload extends payloadOf('result', PeriodResult) {}
