import { Field, ObjectType } from '@nestjs/graphql';
import { UserError } from '../../platform/errors/user-error.type.js';
import { ServiceCalendar } from './service-calendar.type.js';

@ObjectType({ isAbstract: true })
abstract class CalendarPayload {
  @Field(() => ServiceCalendar, { nullable: true })
  calendar!: ServiceCalendar | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class AddCalendarPayload extends CalendarPayload {}

@ObjectType()
export class ChangeCalendarPayload extends CalendarPayload {}
