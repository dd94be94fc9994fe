import { Field, Float, Int, ObjectType } from '@nestjs/graphql';

@ObjectType({ description: 'What one measurement came to, or one of those that it stands for.' })
export class MeasuredPoint {
  @Field(() => Date, { description: 'The instant of a probe, or where an interval begins.' })
  at!: Date;

  @Field(() => Float, {
    nullable: true,
    description: 'In the unit of the line; null where the percentile lies above every bucket of a histogram.',
  })
  value!: number | null;
}

@ObjectType({
  description: 'The series of an indicator over time, each measurement by itself, beside what was promised.',
})
export class MeasuredPoints {
  @Field({ description: 'What the series is called; of probes, the service.' })
  series!: string;

  @Field({
    description:
      'Of values and line: percent where a value is the share of good events, or whether a probe saw the service up; of ' +
      'percentiles the unit of the series, where a value is the percentile that was promised.',
  })
  unit!: string;

  @Field(() => Float, { description: 'The target, or of percentiles the limit.' })
  line!: number;

  @Field(() => Boolean, { description: 'Whether values are to lie above the line; false = below it.' })
  above!: boolean;

  @Field(() => Int, { description: 'How many measurements there are in the time, corrected ones left out.' })
  measurements!: number;

  @Field(() => Boolean, {
    description: 'Whether some of them are no longer kept one by one: their hours or days stand in their place.',
  })
  summed!: boolean;

  @Field(() => [MeasuredPoint], {
    description:
      'Oldest first: every measurement where there are few enough of them. Else the time is cut into `most` / 2 equal parts, ' +
      'and of each stand its least and its greatest value, where they were measured: no extreme is lost (min–max ' +
      'aggregation; Jugel, Jerzak, Hackenbroich and Markl, "M4", VLDB 2014).',
  })
  points!: MeasuredPoint[];
}
