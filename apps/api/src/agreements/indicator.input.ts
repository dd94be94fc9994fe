import type { AvailabilitySource, Indicator, TicketMetric } from '@accord/domain';
import { Field, Float, InputType, Int } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { AvailabilitySourceEnum, TicketMetricEnum } from './agreement-enums.js';

@InputType()
export class AvailabilityIndicatorInput {
  @Field(() => AvailabilitySourceEnum)
  @Allow()
  source!: AvailabilitySource;

  @Field(() => Int)
  @Allow()
  shortestOutageMs!: number;

  @Field(() => Float, { nullable: true })
  @IsOptional()
  longestHoldMs?: number | null;
}

@InputType()
export class PriorityTargetInput {
  @Field(() => Int)
  @Allow()
  priority!: number;

  @Field(() => Float)
  @Allow()
  targetMs!: number;
}

@InputType()
export class TicketsInTimeIndicatorInput {
  @Field(() => TicketMetricEnum)
  @Allow()
  metric!: TicketMetric;

  @Field(() => [PriorityTargetInput])
  @ArrayMaxSize(9)
  @ValidateNested({ each: true })
  @Type(() => PriorityTargetInput)
  targets!: PriorityTargetInput[];

  @Field(() => Int, { nullable: true })
  @IsOptional()
  lowVolumeUnder?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  allowedFailures?: number | null;
}

@InputType()
export class GoodOfTotalIndicatorInput {
  @Field()
  @MaxLength(200)
  series!: string;
}

@InputType({ isOneOf: true })
export class IndicatorInput {
  @Field(() => AvailabilityIndicatorInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => AvailabilityIndicatorInput)
  availability?: AvailabilityIndicatorInput;

  @Field(() => TicketsInTimeIndicatorInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => TicketsInTimeIndicatorInput)
  ticketsInTime?: TicketsInTimeIndicatorInput;

  @Field(() => GoodOfTotalIndicatorInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => GoodOfTotalIndicatorInput)
  goodOfTotal?: GoodOfTotalIndicatorInput;
}

/** The indicator that the input names; GraphQL has seen to it that there is exactly one. */
export function indicatorOf({ availability, ticketsInTime, goodOfTotal }: IndicatorInput): Indicator {
  if (availability) {
    const { source, shortestOutageMs, longestHoldMs = null } = availability;
    return { kind: 'availability', source, shortestOutageMs, longestHoldMs };
  }
  if (ticketsInTime) {
    const { metric, targets, lowVolumeUnder = null, allowedFailures = null } = ticketsInTime;
    return {
      kind: 'ticketsInTime',
      metric,
      targets: targets.map(({ priority, targetMs }) => ({ priority, targetMs })),
      lowVolumeUnder,
      allowedFailures,
    };
  }
  return { kind: 'goodOfTotal', series: goodOfTotal!.series.trim() };
}
