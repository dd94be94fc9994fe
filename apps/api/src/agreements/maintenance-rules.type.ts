import { Field, InputType, Int, ObjectType } from '@nestjs/graphql';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsInt, IsOptional, Max, Min, ValidateNested } from 'class-validator';
import { WeeklyHoursInput } from './calendars/calendar.input.js';
import { WeeklyHours } from './calendars/service-calendar.type.js';

@ObjectType({
  description: 'What planned maintenance must keep to; what breaks a rule is downtime. null = no such rule.',
})
export class MaintenanceRules {
  @Field(() => Int, { nullable: true, description: 'Hours ahead that it is told, at least.' })
  noticeHours!: number | null;

  @Field(() => Int, { nullable: true, description: 'Minutes in a period, at most.' })
  mostMinutes!: number | null;

  @Field(() => [WeeklyHours], { nullable: true, description: 'Only within these, in the zone of the agreement.' })
  windows!: WeeklyHours[] | null;
}

@InputType()
export class MaintenanceRulesInput {
  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  @Max(24 * 366)
  noticeHours?: number | null;

  @Field(() => Int, { nullable: true })
  @IsOptional()
  @IsInt()
  @Min(0)
  mostMinutes?: number | null;

  @Field(() => [WeeklyHoursInput], { nullable: true })
  @IsOptional()
  @ArrayMaxSize(7)
  @ValidateNested({ each: true })
  @Type(() => WeeklyHoursInput)
  windows?: WeeklyHoursInput[] | null;
}
