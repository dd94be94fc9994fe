import { MAINTENANCE_RULE_NAMES, type MaintenanceRule } from '@accord/domain';
import { Field, ID, InputType, ObjectType, registerEnumType } from '@nestjs/graphql';
import { IsDate, IsUUID, MaxLength } from 'class-validator';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { SaysSomething } from '../../platform/errors/says-something.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const MaintenanceRuleEnum = upperSnakeEnum(MAINTENANCE_RULE_NAMES);
registerEnumType(MaintenanceRuleEnum, { name: 'MaintenanceRule' });

@ObjectType({ description: 'Time of maintenance that counts as downtime, because it breaks a rule of an agreement.' })
export class RuleBroken {
  @Field(() => MaintenanceRuleEnum, {
    description:
      'NOTICE: told too late. WINDOW: outside the hours agreed. MOST: more than the agreement allows a period.',
  })
  rule!: MaintenanceRule;

  @Field({ description: 'Name of the agreement.' })
  agreement!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date)
  to!: Date;
}

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

const MaintenancePayload = payloadOf('maintenance', Maintenance);

@ObjectType()
export class AnnounceMaintenancePayload extends MaintenancePayload {}

@ObjectType()
export class CancelMaintenancePayload extends MaintenancePayload {}
