import type { TaskState } from '@accord/domain';
import { Field, ID, ObjectType } from '@nestjs/graphql';
import { TaskStateEnum } from '../order.type.js';

@ObjectType({ description: 'The work of a team that an item of an approved order makes.' })
export class FulfilmentTask {
  @Field(() => ID)
  id!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true })
  note!: string | null;
}
