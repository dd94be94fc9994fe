import { Args, Field, ID, Mutation, ObjectType, Parent, ResolveField, Resolver } from '@nestjs/graphql';
import { In } from 'typeorm';
import { personById } from '../../people/person.loader.js';
import { Person } from '../../people/person.type.js';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { groupedBy } from '../../platform/graphql/in-order-of.js';
import { CurrentLoaders, defineLoader, Loaders } from '../../platform/graphql/loaders.js';
import { CommentOnOrderPayload } from '../order-payloads.js';
import type { OrderRow } from '../order-rows.js';
import { Order } from '../order.type.js';
import { Comments } from './comments.js';
import { OrderCommentEntity } from './order-comment.entity.js';

@ObjectType({ description: 'What somebody who has to do with an order says of it.' })
export class OrderComment {
  @Field(() => ID)
  id!: string;

  @Field(() => Date)
  at!: Date;

  @Field()
  text!: string;
}

const commentsOfOrder = defineLoader<string, OrderCommentEntity[]>(async (ids, { manager }) => {
  const comments = await manager.find(OrderCommentEntity, { where: { orderId: In([...ids]) }, order: { id: 'ASC' } });
  return groupedBy(ids, comments, ({ orderId }) => orderId);
});

@Resolver(() => Order)
export class OrderCommentsResolver {
  constructor(private readonly comments: Comments) {}

  @Mutation(() => CommentOnOrderPayload)
  commentOnOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('text') text: string) {
    return toPayload('order', () => this.comments.add(act, id, text));
  }

  @ResolveField('comments', () => [OrderComment], { description: 'Oldest first.' })
  commentsOf(@Parent() { id }: OrderRow, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(commentsOfOrder, id);
  }
}

@Resolver(() => OrderComment)
export class OrderCommentResolver {
  @ResolveField(() => Person)
  by(@Parent() { byId }: OrderCommentEntity, @CurrentLoaders() loaders: Loaders) {
    return loaders.load(personById, byId);
  }
}
