import {
  INDICATOR_KINDS,
  type AvailabilitySource,
  type Indicator as IndicatorRow,
  type TicketMetric,
} from '@accord/domain';
import { createUnionType, Field, Float, Int, ObjectType } from '@nestjs/graphql';
import { AvailabilitySourceEnum, TicketMetricEnum } from './agreement-enums.js';

@ObjectType()
export class AvailabilityIndicator {
  @Field(() => AvailabilitySourceEnum)
  source!: AvailabilitySource;

  @Field(() => Int, { description: 'Outages shorter than this do not count.' })
  shortestOutageMs!: number;

  @Field(() => Float, {
    nullable: true,
    description: "A probe's status holds at most this long; null = until the next probe.",
  })
  longestHoldMs!: number | null;
}

@ObjectType()
export class PriorityTarget {
  @Field(() => Int)
  priority!: number;

  @Field(() => Float)
  targetMs!: number;
}

@ObjectType()
export class TicketsInTimeIndicator {
  @Field(() => TicketMetricEnum)
  metric!: TicketMetric;

  @Field(() => [PriorityTarget])
  targets!: PriorityTarget[];

  @Field(() => Int, {
    nullable: true,
    description: 'Under this many decided tickets, at most `allowedFailures` may fail.',
  })
  lowVolumeUnder!: number | null;

  @Field(() => Int, { nullable: true })
  allowedFailures!: number | null;
}

@ObjectType()
export class GoodOfTotalIndicator {
  @Field()
  series!: string;
}

@ObjectType({ description: 'So many percent of the values do not exceed the limit: the target is the percentile.' })
export class PercentileIndicator {
  @Field()
  series!: string;

  @Field(() => Float)
  limit!: number;

  @Field({ description: 'Of the limit, and of the series.' })
  unit!: string;
}

@ObjectType({ description: 'The share of answers to a survey whose score is `satisfiedFrom` or more.' })
export class SatisfactionIndicator {
  @Field({ description: 'The survey.' })
  series!: string;

  @Field(() => Int, { description: 'Answers on another scale than from `lowest` to `highest` do not count.' })
  lowest!: number;

  @Field(() => Int)
  highest!: number;

  @Field(() => Int)
  satisfiedFrom!: number;

  @Field(() => Int, { description: 'Of fewer answers in a period nothing is said; five at least.' })
  leastAnswers!: number;
}

const TYPES = {
  availability: AvailabilityIndicator,
  ticketsInTime: TicketsInTimeIndicator,
  goodOfTotal: GoodOfTotalIndicator,
  percentile: PercentileIndicator,
  satisfaction: SatisfactionIndicator,
} as const;

export const Indicator = createUnionType({
  name: 'Indicator',
  types: () => INDICATOR_KINDS.map((kind) => TYPES[kind]),
  resolveType: ({ kind }: IndicatorRow) => TYPES[kind],
});
