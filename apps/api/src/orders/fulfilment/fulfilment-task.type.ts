import type { TaskState } from '@accord/domain';
import { Field, ID, Int, ObjectType, registerEnumType } from '@nestjs/graphql';
import { countedConnectionOf } from '../../platform/graphql/connection.js';
import { payloadOf } from '../../platform/errors/payload-of.js';
import { Facet } from '../../platform/graphql/facet.type.js';
import { upperSnakeEnum } from '../../platform/graphql/upper-snake-enum.js';
import { TaskStateEnum } from '../order.type.js';

export const TASK_PARTS = ['mine', 'free', 'failed', 'waiting', 'others', 'done'] as const;
/** A part of the work of somebody's teams. */
export type TaskPart = (typeof TASK_PARTS)[number];
export const TaskPartEnum = upperSnakeEnum(TASK_PARTS);
registerEnumType(TaskPartEnum, {
  name: 'TaskPart',
  description:
    "MINE: the viewer has it. FREE: anybody of the team can take it. FAILED: somebody decides what happens. WAITING: for other tasks, for a webhook's answer, or with its order. OTHERS: colleagues have it. DONE.",
});

@ObjectType({
  description: 'A piece of the work that an item of an approved order makes, for a team or for a webhook.',
})
export class FulfilmentTask {
  @Field(() => ID)
  id!: string;

  @Field({ description: 'Of the task in the template of the service.' })
  key!: string;

  @Field()
  name!: string;

  @Field(() => TaskStateEnum)
  state!: TaskState;

  @Field(() => String, { nullable: true, description: 'Slug of the webhook that does it; null = a person does.' })
  webhook!: string | null;

  @Field(() => Date, { nullable: true, description: "When the webhook's answer would come too late." })
  dueAt!: Date | null;

  @Field(() => Int, { description: 'How often the webhook was asked.' })
  calls!: number;

  @Field(() => Boolean, { description: 'Whether it takes back what was done.' })
  isUndo!: boolean;

  @Field(() => Date)
  createdAt!: Date;

  @Field(() => Date, { nullable: true })
  startedAt!: Date | null;

  @Field(() => Date, { nullable: true })
  endedAt!: Date | null;

  @Field(() => String, { nullable: true, description: 'What was said at the end.' })
  note!: string | null;
}

@ObjectType()
export class FulfilmentTaskConnection extends countedConnectionOf(FulfilmentTask, 'FulfilmentTask') {
  @Field(() => [Facet], { description: 'part: how many tasks there are in each.' })
  facets?: Facet[];
}

const TaskPayload = payloadOf('task', FulfilmentTask);

@ObjectType()
export class TakeTaskPayload extends TaskPayload {}

@ObjectType()
export class AssignTaskPayload extends TaskPayload {}

@ObjectType()
export class FinishTaskPayload extends TaskPayload {}

@ObjectType()
export class FailTaskPayload extends TaskPayload {}

@ObjectType()
export class RetryTaskPayload extends TaskPayload {}
