import { Field, ObjectType } from '@nestjs/graphql';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { CalendarChange } from './calendar-change.type.js';
import { ServiceCalendar } from './service-calendar.type.js';

const CalendarPayload = payloadOf('calendar', ServiceCalendar);

@ObjectType()
export class AddCalendarPayload extends CalendarPayload {}

@ObjectType({ isAbstract: true })
abstract class CalendarChangePayload extends CalendarPayload {
  @Field(() => CalendarChange, { nullable: true, description: 'Null where the hours are in force without a decision.' })
  change!: CalendarChange | null;
}

@ObjectType()
export class ChangeCalendarPayload extends CalendarChangePayload {}

@ObjectType()
export class ApproveCalendarChangePayload extends CalendarChangePayload {}

@ObjectType()
export class RefuseCalendarChangePayload extends CalendarChangePayload {}
