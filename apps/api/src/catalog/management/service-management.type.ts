import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, IsUUID } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';

@ObjectType({ description: 'A team that manages and fulfils a service, both dates inclusive; no end = open.' })
export class ServiceManagement {
  @Field(() => ID)
  id!: string;

  @Field(() => CalendarDateScalar, { name: 'from' })
  fromDate!: string;

  @Field(() => CalendarDateScalar, { name: 'to', nullable: true })
  toDate!: string | null;
}

@InputType()
export class AssignServiceTeamInput {
  @Field(() => ID)
  @IsUUID()
  serviceId!: string;

  @Field(() => ID)
  @IsUUID()
  teamId!: string;

  @Field(() => CalendarDateScalar, { description: 'The first day; the former team ends the day before.' })
  @Allow()
  from!: string;
}

const ServiceManagementPayload = payloadOf('management', ServiceManagement);

@ObjectType()
export class AssignServiceTeamPayload extends ServiceManagementPayload {}

@ObjectType()
export class EndServiceManagementPayload extends ServiceManagementPayload {}
