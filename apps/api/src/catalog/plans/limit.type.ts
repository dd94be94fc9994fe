import { Field, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, MaxLength } from 'class-validator';
import { DecimalScalar } from '../../platform/graphql/scalars.js';

const UNIT = 'As the price by limit names it, such as GB.';

@ObjectType({ description: 'What is set aside of one unit, used or not.' })
export class Limit {
  @Field({ description: UNIT })
  unitName!: string;

  @Field(() => DecimalScalar, { description: 'In all, however often the plan is ordered.' })
  units!: string;
}

@InputType({ description: 'How much to set aside of one unit.' })
export class LimitInput {
  @Field({ description: UNIT })
  @MaxLength(60)
  unitName!: string;

  @Field(() => DecimalScalar, { description: 'In all, however often the plan is ordered.' })
  @Allow()
  units!: string;
}

@ObjectType({ description: 'How much of one unit a plan lets people set aside.' })
export class LimitRange {
  @Field({ description: UNIT })
  unitName!: string;

  @Field(() => DecimalScalar, { nullable: true, description: 'Null: anything above nothing.' })
  least!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  most!: string | null;

  @Field(() => Boolean, { description: 'Whether only whole units can be set aside.' })
  whole!: boolean;
}
