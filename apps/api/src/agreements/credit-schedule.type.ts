import { Field, ObjectType } from '@nestjs/graphql';
import { Money } from '../platform/graphql/money.type.js';
import { DecimalScalar } from '../platform/graphql/scalars.js';

@ObjectType()
export class CreditTier {
  @Field(() => DecimalScalar, { nullable: true })
  gte!: string | null;

  @Field(() => DecimalScalar, { nullable: true })
  lt!: string | null;

  @Field(() => DecimalScalar)
  percent!: string;
}

@ObjectType({
  description:
    'Credit as percent of the monthly charge; a tier holds when gte ≤ result < lt (null = open), and for a target of at most when gte < result ≤ lt.',
})
export class CreditSchedule {
  @Field(() => [CreditTier])
  tiers!: CreditTier[];

  @Field(() => Money, { nullable: true, description: 'Smaller credits are not paid.' })
  minimum!: Money | null;

  @Field(() => DecimalScalar, {
    nullable: true,
    description: 'Percent of the charge that credits of a period may not exceed.',
  })
  capPercent!: string | null;
}
