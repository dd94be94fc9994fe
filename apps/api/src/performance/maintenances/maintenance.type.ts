import { Field, ID, InputType, ObjectType } from '@nestjs/graphql';
import { IsDate, IsUUID, MaxLength } from 'class-validator';
import { UserError } from '../../platform/errors/user-error.type.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';

@ObjectType()
export class Maintenance {
  @Field(() => ID)
  id!: string;

  @Field(() => Date, { name: 'from' })
  fromAt!: Date;

  @Field(() => Date, { name: 'to' })
  toAt!: Date;

  @Field(() => Date)
  announcedAt!: Date;

  @Field()
  description!: string;

  @Field(() => Date, { nullable: true })
  cancelledAt!: Date | null;
}

@ObjectType()
export class MaintenanceConnection extends countedConnectionOf(Maintenance, 'Maintenance') {}

@InputType()
export class AnnounceMaintenanceInput {
  @Field(() => ID)
  @IsUUID()
  serviceId!: string;

  @Field(() => Date)
  @IsDate()
  from!: Date;

  @Field(() => Date)
  @IsDate()
  to!: Date;

  @Field()
  @SaysSomething()
  @MaxLength(500)
  description!: string;
}

@ObjectType({ isAbstract: true })
abstract class MaintenancePayload {
  @Field(() => Maintenance, { nullable: true })
  maintenance!: Maintenance | null;

  @Field(() => [UserError])
  errors!: UserError[];
}

@ObjectType()
export class AnnounceMaintenancePayload extends MaintenancePayload {}

@ObjectType()
export class CancelMaintenancePayload extends MaintenancePayload {}
