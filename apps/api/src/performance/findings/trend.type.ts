import { TREND_COUNTS, TREND_UNITS, type TrendCounted, type TrendUnit } from '@accord/domain';
import { Field, Float, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

const TrendUnitEnum = upperSnakeEnum<TrendUnit>(TREND_UNITS);
const TrendCountedEnum = upperSnakeEnum<TrendCounted>(TREND_COUNTS);

registerEnumType(TrendUnitEnum, { name: 'TrendUnit' });
registerEnumType(TrendCountedEnum, {
  name: 'TrendCounted',
  valuesMap: {
    outages: { description: 'The share of service hours without downtime; outages that touch the week.' },
    tickets: { description: 'The share of tickets in time; tickets decided in the week.' },
    measurements: { description: 'The share of good events; measurements of the week.' },
    answers: {
      description: 'The share of satisfied answers; answers of the week, by whole groups of at least five.',
    },
    series: { description: 'The middle delay of the last measurements of series; series measured in the week.' },
    deliveries: { description: 'The middle share of the promised time that deliveries took; deliveries of the week.' },
  },
});

@ObjectType({ description: 'A week in which a drift was found; its days are those of who promised, else universal.' })
export class TrendWeek {
  @Field(() => CalendarDateScalar)
  from!: string;

  @Field(() => CalendarDateScalar, { description: 'Included.' })
  to!: string;

  @Field(() => Float)
  value!: number;

  @Field(() => Float, { description: 'What the trend (Theil–Sen) says of the week.' })
  line!: number;

  @Field(() => Int, { description: 'How many there were of what the value was made of.' })
  count!: number;

  @Field(() => Float, {
    nullable: true,
    description:
      'Of a share, what was good: milliseconds of service hours, tickets, answers, or events. Null where it is none.',
  })
  good!: number | null;

  @Field(() => Float, { nullable: true, description: 'Of how much, as `good`.' })
  total!: number | null;

  @Field(() => [String], { description: 'Periods of the commitment in which the week lies; none of anything else.' })
  periods!: string[];
}

@ObjectType({ description: 'The very numbers that a drift was found in.' })
export class Trend {
  @Field(() => TrendUnitEnum, { description: 'Of values, line and limit.' })
  unit!: TrendUnit;

  @Field(() => TrendCountedEnum)
  counted!: TrendCounted;

  @Field(() => Float, { description: 'What must not be passed.' })
  limit!: number;

  @Field(() => CalendarDateScalar, { description: 'When the line meets the limit.' })
  passesOn!: string;

  @Field(() => [TrendWeek], { description: 'Oldest first; weeks without a value are left out.' })
  weeks!: TrendWeek[];
}
