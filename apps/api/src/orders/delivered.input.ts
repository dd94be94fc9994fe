import { Field, ID, InputType } from '@nestjs/graphql';
import { Allow } from 'class-validator';
import { CalendarDateScalar } from '../platform/graphql/scalars.js';

@InputType({ description: 'Orders of which something was delivered of a service, on which days by universal time.' })
export class DeliveredInput {
  @Field(() => ID)
  @Allow()
  serviceId!: string;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'First day; null or omitted = since ever.' })
  @Allow()
  from?: string | null;

  @Field(() => CalendarDateScalar, { nullable: true, description: 'Last day; null or omitted = until now.' })
  @Allow()
  to?: string | null;
}
