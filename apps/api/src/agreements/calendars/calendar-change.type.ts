import type { ProposalState } from '@accord/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { ProposalStateEnum } from '../../people/roles.type.js';
import { CalendarDateScalar } from '../../platform/graphql/scalars.js';
import { DateHours, WeeklyHours } from './service-calendar.type.js';

@ObjectType({ description: 'Other hours of a calendar by which something is promised; a second person decides.' })
export class CalendarChange {
  @Field(() => ID)
  id!: string;

  @Field(() => ProposalStateEnum)
  state!: ProposalState;

  @Field(() => CalendarDateScalar, { description: 'The first day of the hours.' })
  effectiveFrom!: string;

  @Field(() => [WeeklyHours])
  weekly!: WeeklyHours[];

  @Field(() => [String])
  holidays!: string[];

  @Field(() => [DateHours])
  overrides!: DateHours[];

  @Field(() => [DateHours])
  breaks!: DateHours[];

  @Field()
  reason!: string;

  @Field(() => Date)
  proposedAt!: Date;

  @Field(() => String, { nullable: true })
  decisionReason!: string | null;
}
