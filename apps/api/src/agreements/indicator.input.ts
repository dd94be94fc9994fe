import { type AvailabilitySource, DomainError, type Indicator, LONGEST_UNIT, type TicketMetric } from '@accord/domain';
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

@InputType()
export class PercentileIndicatorInput {
  @Field()
  @MaxLength(200)
  series!: string;

  @Field(() => Float, { description: 'What a value may reach; above 0.' })
  @Allow()
  limit!: number;

  @Field({ description: 'In which the series is measured, such as ms.' })
  @MaxLength(LONGEST_UNIT)
  unit!: string;
}

@InputType()
export class SatisfactionIndicatorInput {
  @Field({ description: 'The survey.' })
  @MaxLength(200)
  series!: string;

  @Field(() => Int)
  @Allow()
  lowest!: number;

  @Field(() => Int)
  @Allow()
  highest!: number;

  @Field(() => Int)
  @Allow()
  satisfiedFrom!: number;

  @Field(() => Int)
  @Allow()
  leastAnswers!: number;
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

  @Field(() => PercentileIndicatorInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => PercentileIndicatorInput)
  percentile?: PercentileIndicatorInput;

  @Field(() => SatisfactionIndicatorInput, { nullable: true })
  @IsOptional()
  @ValidateNested()
  @Type(() => SatisfactionIndicatorInput)
  satisfaction?: SatisfactionIndicatorInput;
}

/** @throws {DomainError} Unless the input names exactly one: the compiled executor does not check `@oneOf` in variables. */
export function indicatorOf({
  availability,
  ticketsInTime,
  goodOfTotal,
  percentile,
  satisfaction,
}: IndicatorInput): Indicator {
  if ([availability, ticketsInTime, goodOfTotal, percentile, satisfaction].filter(Boolean).length !== 1) {
    throw new DomainError('WRONG_INDICATOR', 'Choose one indicator: what is measured.', ['indicator']);
  }
  if (availability) {
    const { source, shortestOutageMs, longestHoldMs } = availability;
    return { kind: 'availability', source, shortestOutageMs, longestHoldMs: longestHoldMs ?? null };
  }
  if (ticketsInTime) {
    const { metric, targets, lowVolumeUnder, allowedFailures } = ticketsInTime;
    return {
      kind: 'ticketsInTime',
      metric,
      targets: targets.map(({ priority, targetMs }) => ({ priority, targetMs })),
      lowVolumeUnder: lowVolumeUnder ?? null,
      allowedFailures: allowedFailures ?? null,
    };
  }
  if (percentile) {
    const { series, limit, unit } = percentile;
    return { kind: 'percentile', series: series.trim(), limit, unit: unit.trim() };
  }
  if (satisfaction) return { kind: 'satisfaction', ...satisfaction, series: satisfaction.series.trim() };
  return { kind: 'goodOfTotal', series: goodOfTotal!.series.trim() };
}
