import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { connectionOf } from '../../platform/graphql/connection.js';
import { DecimalScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'How the values of an interval are distributed; each figure is at most 1 % off.' })
export class MeasuredValues {
  @Field({ description: 'Such as ms.' })
  unit!: string;

  @Field(() => Float, { nullable: true, description: 'null where there was no value, or it is above every bucket.' })
  median!: number | null;

  @Field(() => Float, { nullable: true, description: 'As the median.' })
  p95!: number | null;

  @Field(() => Float, { nullable: true, description: 'As the median.' })
  greatest!: number | null;
}

@ObjectType({
  description:
    'What a source sent: a status of a probe, which holds until the next one, events counted over an interval, or the values seen in one.',
})
export class Measurement {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { description: 'The instant of a probe, or where an interval begins.' })
  at!: Date;

  @Field(() => Date, { nullable: true, description: 'Where an interval ends; null for a probe.' })
  to!: Date | null;

  @Field(() => Boolean, { nullable: true, description: 'Whether a probe found the service up; null for an interval.' })
  up!: boolean | null;

  @Field(() => DecimalScalar, { nullable: true })
  good!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'Of values, how many there were.' })
  total!: string | null;

  @Field(() => MeasuredValues, { nullable: true, description: 'null where no values were measured.' })
  values!: MeasuredValues | null;

  @Field(() => Int, { description: '0 = as it came first; the newest revision counts.' })
  revision!: number;

  @Field({ description: 'Name of who sent it.' })
  source!: string;

  @Field(() => Date)
  arrivedAt!: Date;

  @Field(() => Int, { nullable: true, description: 'On which line it stood in its file or request.' })
  line!: number | null;

  @Field(() => String, {
    nullable: true,
    description: 'Why it takes the place of an earlier one; null where it does not.',
  })
  reason!: string | null;
}

@ObjectType()
export class MeasurementConnection extends connectionOf(Measurement, 'Measurement') {}
