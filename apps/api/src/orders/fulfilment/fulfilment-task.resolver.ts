import { canMoveTask, type HandMove } from '@accord/domain';
import { Args, ID, Int, Mutation, Parent, Query, ResolveField, Resolver } from '@nestjs/graphql';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import { teamById } from '../../people/team.loader.js';
import { Team } from '../../people/team.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { CurrentLoaders, Loaders } from '../../platform/graphql/loaders.js';
import { asColleague } from '../colleague.js';
import { itemById, orderById, taskById } from '../order.loader.js';
import { Order, OrderItem } from '../order.type.js';
import {
  AssignTaskPayload,
  FailTaskPayload,
  FinishTaskPayload,
  FulfilmentTask,
  FulfilmentTaskConnection,
  RetryTaskPayload,
  TakeTaskPayload,
  type TaskPart,
  TaskPartEnum,
} from './fulfilment-task.type.js';
import { TaskLists } from './task-lists.js';
import type { TaskRow } from './task-rows.js';
import { maySayDone } from './own-deliveries.js';
import { Tasks } from './tasks.js';

@Resolver(() => FulfilmentTask)
export class FulfilmentTaskResolver {
  constructor(
    private readonly lists: TaskLists,
    private readonly tasks: Tasks,
  ) {}

  @Query(() => FulfilmentTaskConnection, { description: "The work of the viewer's teams, newest first." })
  fulfilmentTasks(
    @CurrentAct() act: Act,
    @Args('parts', { type: () => [TaskPartEnum], nullable: true }) parts: TaskPart[] | null,
    @Args('teamId', { type: () => ID, nullable: true }) teamId: string | null,
    @Args('first', { type: () => Int, defaultValue: 50, nullable: true }) first: number | null,
    @Args('after', { type: () => String, nullable: true }) after: string | null,
  ) {
    return this.lists.page(act, { parts, teamId, first: first ?? 50, after });
  }

  @Mutation(() => TakeTaskPayload, { description: 'The viewer works on it; an order that has not begun begins.' })
  takeTask(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('task', () => this.tasks.take(act, id));
  }

  @Mutation(() => AssignTaskPayload, { description: 'Hands it to somebody of its team, or back to the team.' })
  assignTask(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('personId', { type: () => ID, nullable: true, description: 'Null = back to the team.' })
    personId: string | null,
  ) {
    return toPayload('task', () => this.tasks.assign(act, id, personId));
  }

  @Mutation(() => FinishTaskPayload, {
    description: 'What waited for it goes on. Also for what a webhook could not do, and a person did after all.',
  })
  finishTask(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ) {
    return toPayload('task', () => this.tasks.finish(act, id, note));
  }

  @Mutation(() => FailTaskPayload, { description: 'It waits until somebody of the team tries it again or gives up.' })
  failTask(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('task', () => this.tasks.fail(act, id, reason));
  }

  @Mutation(() => RetryTaskPayload, { description: 'What failed is open again; its webhook is asked anew.' })
  retryTask(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('task', () => this.tasks.retry(act, id));
  }

  @ResolveField(() => Order)
  order(@Parent() { orderId }: TaskRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(orderById, orderId);
  }

  @ResolveField(() => OrderItem)
  item(@Parent() { orderItemId }: TaskRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(itemById, orderItemId);
  }

  @ResolveField(() => Team)
  team(@Parent() { teamId }: TaskRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(teamById, teamId);
  }

  @ResolveField(() => Person, { nullable: true })
  assignee(@Parent() { assigneeId }: TaskRow, @CurrentLoaders() loaders: Loaders) {
    return assigneeId && loaders.load(personById, assigneeId);
  }

  @ResolveField(() => [FulfilmentTask], { description: 'What is done before it.' })
  comesAfter(@Parent() { afterIds }: TaskRow, @CurrentLoaders() loaders: Loaders) {
    return Promise.all(afterIds.map((id) => loaders.load(taskById, id)));
  }

  @ResolveField(() => Boolean)
  viewerCanTake(@Parent() task: TaskRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(task, act, loaders, 'take');
  }

  @ResolveField(() => Boolean, { description: 'Hand it over, or take it from who has it.' })
  viewerCanAssign(@Parent() task: TaskRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(task, act, loaders, 'assign');
  }

  @ResolveField(() => Boolean)
  async viewerCanFinish(@Parent() task: TaskRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    if (!(await this.may(task, act, loaders, 'finish'))) return false;
    if (task.isUndo) return true;
    return maySayDone(loaders, act, (await loaders.load(orderById, task.orderId))!, [task.teamId]);
  }

  @ResolveField(() => Boolean)
  viewerCanFail(@Parent() task: TaskRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(task, act, loaders, 'fail');
  }

  @ResolveField(() => Boolean)
  viewerCanRetry(@Parent() task: TaskRow, @CurrentAct() act: Act, @CurrentLoaders() loaders: Loaders) {
    return this.may(task, act, loaders, 'retry');
  }

  private async may(task: TaskRow, { viewer }: Act, loaders: Loaders, move: HandMove): Promise<boolean> {
    return canMoveTask(await asColleague(loaders, viewer), task, move);
  }
}
