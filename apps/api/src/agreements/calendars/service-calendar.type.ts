import { Field, ID, Int, ObjectType } from '@nestjs/graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType()
export class HoursInterval {
  @Field()
  from!: string;

  @Field()
  to!: string;
}

@ObjectType({
  description:
    'Opening intervals of a weekday: mon … sun, local wall time "HH:MM", "24:00" is the end of the day, an end before the start runs over midnight.',
})
export class WeeklyHours {
  @Field()
  day!: string;

  @Field(() => [HoursInterval])
  hours!: HoursInterval[];
}

@ObjectType()
export class DateHours {
  @Field(() => CalendarDateScalar)
  date!: string;

  @Field(() => [HoursInterval])
  hours!: HoursInterval[];
}

@ObjectType()
export class ServiceCalendarVersion {
  @Field(() => ID)
  id!: string;

  @Field(() => Int)
  number!: number;

  @Field(() => CalendarDateScalar)
  effectiveFrom!: string;

  @Field()
  alwaysOpen!: boolean;

  @Field(() => [WeeklyHours])
  weekly!: WeeklyHours[];

  @Field(() => [String], { description: 'Dates, or --MM-DD for every year.' })
  holidays!: string[];

  @Field(() => [DateHours], { description: 'Hours of single dates in place of the weekly ones; none = closed.' })
  overrides!: DateHours[];

  @Field(() => [DateHours], { description: 'Hours taken out of single dates.' })
  breaks!: DateHours[];
}

@ObjectType({ description: 'Hours in which a service is promised; changes make a new version with a date.' })
export class ServiceCalendar {
  @Field(() => ID)
  id!: string;

  @Field()
  slug!: string;

  @Field()
  name!: string;

  @Field()
  timeZone!: string;

  @Field(() => [ServiceCalendarVersion], { description: 'Newest first.' })
  versions?: ServiceCalendarVersion[];

  @Field(() => ServiceCalendarVersion, {
    description: 'The version in force now; before the first takes effect, the first.',
  })
  current?: ServiceCalendarVersion;
}
