import { Field, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { payloadOf } from '../../../platform/errors/payload-of.js';
import { upperSnakeEnum } from '../../../platform/graphql/upper-snake-enum.js';
import { EVENT_OUTCOMES, type EventOutcome } from '../../maintenances/announced-events.js';

export const MaintenanceEventOutcomeEnum = upperSnakeEnum(EVENT_OUTCOMES);
registerEnumType(MaintenanceEventOutcomeEnum, { name: 'MaintenanceEventOutcome' });

@ObjectType()
export class MaintenanceEvent {
  @Field()
  summary!: string;

  @Field(() => Date)
  from!: Date;

  @Field(() => Date)
  to!: Date;

  @Field(() => MaintenanceEventOutcomeEnum)
  outcome!: EventOutcome;

  @Field(() => String, { nullable: true, description: 'Why it was refused.' })
  reason!: string | null;
}

@ObjectType({ description: 'What a calendar file comes to.' })
export class MaintenanceFile {
  @Field(() => [MaintenanceEvent], { description: 'Those that are not over, the earliest first.' })
  events!: MaintenanceEvent[];

  @Field(() => Int, { description: 'How many events of the last year are over, and left out.' })
  past!: number;
}

@ObjectType()
export class ImportMaintenancesPayload extends payloadOf('file', MaintenanceFile) {}
