import { ALERT_LEVELS, type AlertLevel } from '@accord/domain';
import { Field, ID, ObjectType, registerEnumType } from '@nestjs/graphql';
import { Person } from '../../people/person.type.js';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';

export const AlertLevelEnum = upperSnakeEnum(ALERT_LEVELS);
registerEnumType(AlertLevelEnum, { name: 'AlertLevel' });

@ObjectType({
  description: 'What people had to hear of: once a period at each level, and once at each share of a target.',
})
export class Alert {
  @Field(() => ID)
  id!: string;

  @Field({ description: '2026-03 or 2026-Q1.' })
  period!: string;

  @Field(() => AlertLevelEnum)
  level!: AlertLevel;

  @Field({ description: 'What is the matter, for people.' })
  what!: string;

  @Field(() => ID, { nullable: true, description: 'Whose clock it is; null = the budget of the period.' })
  ticketId!: string | null;

  @Field(() => Date)
  raisedAt!: Date;

  @Field(() => Date, { description: 'At once, or when the service opens.' })
  tellAt!: Date;

  @Field(() => Date, { nullable: true, description: 'null = it waits for the service to open.' })
  toldAt!: Date | null;

  @Field(() => [Person], { description: 'Whom.' })
  toldTo?: Person[];

  @Field(() => Date, { nullable: true, description: 'When it was over; null = it goes on.' })
  endedAt!: Date | null;
}

@ObjectType()
export class AlertConnection extends countedConnectionOf(Alert, 'Alert') {}
