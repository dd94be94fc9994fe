import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';
import type { SeriesKind } from '../ledger/series.entity.js';
import { SeriesKindEnum } from '../sources/source.type.js';

@ObjectType({
  description:
    'A measurement that took the place of another one; of probes, whether it was up. Answers to a survey are told together, as they were corrected together: none can be told by itself.',
})
export class CorrectedMeasurement {
  @Field(() => ID)
  id!: string;

  @Field(() => SeriesKindEnum)
  kind!: SeriesKind;

  @Field()
  series!: string;

  @Field(() => Date, { description: 'Of answers, where the period begins.' })
  from!: Date;

  @Field(() => Date, { nullable: true, description: 'Of answers, where the period ends; null of probes.' })
  to!: Date | null;

  @Field(() => Int, { description: 'How many were corrected: 1, of answers all that were corrected together.' })
  measurements!: number;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Of answers, how many were satisfied; null of fewer than five.',
  })
  goodBefore!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  totalBefore!: string | null;

  @Field(() => DecimalScalar, { nullable: true, description: 'As `goodBefore`.' })
  good!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  total!: string | null;

  @Field(() => Boolean, { nullable: true })
  upBefore!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  up!: boolean | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field({ description: 'Name of the source that the correction came from.' })
  source!: string;

  @Field(() => Date)
  correctedAt!: Date;
}

@ObjectType()
export class CorrectedMeasurements {
  @Field(() => Int, { description: 'Of answers, each.' })
  totalCount!: number;

  @Field(() => [CorrectedMeasurement], { description: 'The newest of them.' })
  newest!: CorrectedMeasurement[];
}
