import { Field, ObjectType } from '@nestjs/graphql';
import { ServiceCalendar } from '../agreements/calendars/service-calendar.type.js';
import { DecimalScalar } from '../platform/graphql/scalars.js';

@ObjectType({ description: 'Open time in which an order is to be delivered, measured from submission.' })
export class DeliveryPromise {
  @Field(() => DecimalScalar)
  targetHours!: string;

  @Field(() => ServiceCalendar)
  calendar!: ServiceCalendar;
}
