import { CALENDAR_CHANGE_STATES, type CalendarChangeState } from '@accord/domain';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { DateHours, WeeklyHours } from './service-calendar.type.js';

const CalendarChangeStateEnum = upperSnakeEnum(CALENDAR_CHANGE_STATES);
registerEnumType(CalendarChangeStateEnum, { name: 'CalendarChangeState' });

@ObjectType({ description: 'Other hours of a calendar by which something is promised; a second person decides.' })
export class CalendarChange {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarChangeStateEnum)
  state!: CalendarChangeState;

  @Field(() => CalendarDateScalar, { description: 'The first day of the hours.' })
  effectiveFrom!: string;

  @Field(() => [WeeklyHours])
  weekly!: WeeklyHours[];

  @Field(() => [String])
  holidays!: string[];

  @Field(() => [DateHours])
  overrides!: DateHours[];

  @Field(() => [DateHours])
  breaks!: DateHours[];

  @Field()
  reason!: string;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;
}
