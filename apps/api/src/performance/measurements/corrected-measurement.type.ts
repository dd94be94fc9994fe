import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { DecimalScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A measurement that took the place of another one; of probes, whether it was up.' })
export class CorrectedMeasurement {
  @Field(() => ID)
  id!: string;

  @Field()
  series!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date, { nullable: true })
  to!: Date | null;

  @Field(() => DecimalScalar, { nullable: true })
  goodBefore!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  totalBefore!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  good!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  total!: string | null;

  @Field(() => Boolean, { nullable: true })
  upBefore!: boolean | null;

  @Field(() => Boolean, { nullable: true })
  up!: boolean | null;

  @Field(() => String, { nullable: true })
  reason!: string | null;

  @Field(() => Date)
  correctedAt!: Date;
}

@ObjectType()
export class CorrectedMeasurements {
  @Field(() => Int)
  totalCount!: number;

  @Field(() => [CorrectedMeasurement], { description: 'The newest of them, ten at most.' })
  newest!: CorrectedMeasurement[];
}
