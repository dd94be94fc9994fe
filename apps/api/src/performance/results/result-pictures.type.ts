import { Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDateScalar, DecimalScalar } from '../../platform/graphql/scalars.js';
import { EvidenceKindEnum } from '../explanation/explanation.type.js';

@ObjectType({ description: 'What cost budget for the same reason.' })
export class BudgetShare {
  @Field(() => EvidenceKindEnum)
  kind!: string;

  @Field(() => String, {
    nullable: true,
    description: 'The cause of outages, the priority of tickets, the day of what probes found and of counts.',
  })
  label!: string | null;

  @Field(() => DecimalScalar, { description: 'In the unit of the budget.' })
  amount!: string;

  @Field(() => DecimalScalar, {
    description: 'Of everything that cost budget, percent; all causes are 100.0 together.',
  })
  sharePercent!: string;

  @Field(() => Int)
  contributions!: number;
}

@ObjectType({ description: 'The error budget of the 30 days up to the end of a day.' })
export class RollingBudget {
  @Field(() => CalendarDateScalar)
  date!: string;

  @Field(() => CalendarDateScalar, { description: 'First of the days; later where nothing is known before.' })
  since!: string;

  @Field(() => Float, { description: 'Downtime that the target allows of their service hours.' })
  totalMs!: number;

  @Field(() => Float)
  usedMs!: number;

  @Field(() => DecimalScalar, { nullable: true, description: 'Negative once spent; null where nothing may be lost.' })
  leftPercent!: string | null;
}
