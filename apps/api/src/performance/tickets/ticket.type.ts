import type { TicketMetric } from '@accord/domain';
import { Field, Float, ID, Int, ObjectType } from '@nestjs/graphql';
import { TicketMetricEnum } from '../../agreements/agreement-enums.js';

@ObjectType({ description: 'A ticket as its source last described it, with its events and the clocks it ran under.' })
export class Ticket {
  @Field(() => ID)
  id!: string;

  @Field()
  number!: string;

  @Field(() => Int)
  priority!: number;

  @Field(() => Date)
  openedAt!: Date;

  @Field(() => Date, { nullable: true })
  firstResponseAt!: Date | null;

  @Field(() => Date, { nullable: true })
  resolvedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  closedAt!: Date | null;

  @Field()
  state!: string;
}

@ObjectType()
export class TicketEvent {
  @Field(() => Int)
  sequence!: number;

  @Field(() => Date)
  at!: Date;

  @Field()
  state!: string;

  @Field(() => Int)
  priority!: number;

  @Field(() => Int, { nullable: true })
  line!: number | null;
}

@ObjectType()
export class TicketClock {
  @Field(() => TicketMetricEnum)
  metric!: TicketMetric;

  @Field(() => Date)
  startedAt!: Date;

  @Field(() => Date, { nullable: true })
  stoppedAt!: Date | null;

  @Field(() => Float)
  targetMs!: number;

  @Field(() => Float)
  elapsedMs!: number;

  @Field(() => Date, { nullable: true, description: 'Null where the calendar ends before.' })
  dueNear!: Date | null;

  @Field(() => Date, { nullable: true })
  dueFar!: Date | null;

  @Field()
  verdict!: string;

  @Field(() => String, { nullable: true })
  period!: string | null;
}
