import { Field, InputType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { Allow, ArrayMaxSize, IsOptional, MaxLength, ValidateNested } from 'class-validator';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';

@InputType()
export class HoursIntervalInput {
  @Field()
  @MaxLength(5)
  from!: string;

  @Field()
  @MaxLength(5)
  to!: string;
}

@InputType()
export class WeeklyHoursInput {
  @Field()
  @MaxLength(3)
  day!: string;

  @Field(() => [HoursIntervalInput])
  @ArrayMaxSize(48)
  @ValidateNested({ each: true })
  @Type(() => HoursIntervalInput)
  hours!: HoursIntervalInput[];
}

@InputType()
export class DateHoursInput {
  @Field(() => CalendarDateScalar)
  @Allow()
  date!: string;

  @Field(() => [HoursIntervalInput])
  @ArrayMaxSize(48)
  @ValidateNested({ each: true })
  @Type(() => HoursIntervalInput)
  hours!: HoursIntervalInput[];
}

@InputType()
export class CalendarHoursInput {
  @Field(() => [WeeklyHoursInput])
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursInput)
  weekly!: WeeklyHoursInput[];

  @Field(() => [String])
  @ArrayMaxSize(2_000)
  @MaxLength(10, { each: true })
  holidays!: string[];

  @Field(() => [DateHoursInput])
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => DateHoursInput)
  overrides!: DateHoursInput[];

  @Field(() => [DateHoursInput])
  @ArrayMaxSize(2_000)
  @ValidateNested({ each: true })
  @Type(() => DateHoursInput)
  breaks!: DateHoursInput[];
}

@InputType()
export class AddCalendarInput {
  @Field()
  @SaysSomething()
  @MaxLength(200)
  name!: string;

  @Field()
  @MaxLength(200)
  slug!: string;

  @Field()
  @MaxLength(100)
  timeZone!: string;

  @Field(() => CalendarDateScalar)
  @Allow()
  effectiveFrom!: string;

  @Field(() => CalendarHoursInput)
  @ValidateNested()
  @Type(() => CalendarHoursInput)
  hours!: CalendarHoursInput;
}

@InputType()
export class ChangeCalendarInput {
  @Field(() => String, { nullable: true })
  @IsOptional()
  @SaysSomething()
  @MaxLength(200)
  name?: string | null;

  @Field(() => CalendarDateScalar)
  @Allow()
  effectiveFrom!: string;

  @Field(() => CalendarHoursInput)
  @ValidateNested()
  @Type(() => CalendarHoursInput)
  hours!: CalendarHoursInput;

  @Field()
  @SaysSomething()
  @MaxLength(2_000)
  reason!: string;
}
