import { Field, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import { MeasuredValues } from './measurement.type.js';

@ObjectType({
  description:
    'Measurements of a series one after the other without a gap, or probes that all saw the same, of an hour or a day.',
})
export class MeasurementRun {
  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { description: 'Where the last interval ends, or when the last probe was.' })
  to!: Date;

  @Field(() => Int, { description: 'How many there were.' })
  measurements!: number;

  @Field(() => Boolean, { nullable: true, description: 'What the probes found; null for counts.' })
  up!: boolean | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'The sum of the counts; null for probes and values.' })
  good!: string | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'The sum of the counts; of values, how many there were; null for probes.',
  })
  total!: string | null;

  @Field(() => MeasuredValues, {
    nullable: true,
    description: 'Of all of them together; null where no values were measured.',
  })
  values!: MeasuredValues | null;
}

@ObjectType({ description: 'What stands of measurements that are not kept one by one any more.' })
export class KeptRuns {
  @Field({ description: 'When the single measurements were dropped, as the settings of the organisation say.' })
  keptUntil!: Date;

  @Field(() => [MeasurementRun], {
    description:
      'Hours where they are kept, else days; oldest first. None of answers, which stand together as the contribution says.',
  })
  runs!: MeasurementRun[];
}
