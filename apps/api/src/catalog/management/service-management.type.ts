import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { Allow, IsUUID } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
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

@ObjectType({ isAbstract: true })
abstract class ServiceManagementPayload {
  @Field(() => ServiceManagement, { nullable: true })
  management!: ServiceManagement | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class AssignServiceTeamPayload extends ServiceManagementPayload {}

@ObjectType()
export class EndServiceManagementPayload extends ServiceManagementPayload {}
