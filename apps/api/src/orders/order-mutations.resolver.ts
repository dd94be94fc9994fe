import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { OrderDrafts } from './order-drafts.js';
import {
  AcceptOrderPayload,
  ApproveOrderPayload,
  CancelOrderPayload,
  ChangeOrderDraftPayload,
  DeliverOrderPayload,
  DraftOrderPayload,
  FailOrderPayload,
  RejectOrderPayload,
  StartOrderPayload,
  SubmitOrderPayload,
} from './order-payloads.js';
import { ChangeOrderDraftInput, DraftOrderInput } from './order.input.js';
import { Order } from './order.type.js';
import { Orders } from './orders.js';
import { Submissions } from './submissions.js';

@Resolver(() => Order)
export class OrderMutationsResolver {
  constructor(
    private readonly drafts: OrderDrafts,
    private readonly submissions: Submissions,
    private readonly orders: Orders,
  ) {}

  @Mutation(() => DraftOrderPayload)
  draftOrder(@CurrentAct() act: Act, @Args('input') input: DraftOrderInput) {
    return toPayload('order', () => this.drafts.draft(act, input));
  }

  @Mutation(() => ChangeOrderDraftPayload)
  changeOrderDraft(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('input') input: ChangeOrderDraftInput,
  ) {
    return toPayload('order', () => this.drafts.change(act, id, version, input));
  }

  @Mutation(() => SubmitOrderPayload, {
    description: 'Pins plan version and prices, reserves the cost on the budget and asks the budget owners.',
  })
  submitOrder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ) {
    return toPayload('order', () => this.submissions.submit(act, id, version));
  }

  @Mutation(() => ApproveOrderPayload)
  approveOrder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    return toPayload('order', () => this.orders.approve(act, id, reason));
  }

  @Mutation(() => RejectOrderPayload, { description: 'What was reserved is free again.' })
  rejectOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.orders.reject(act, id, reason));
  }

  @Mutation(() => StartOrderPayload, { description: 'The viewer takes on the work.' })
  startOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('order', () => this.orders.start(act, id));
  }

  @Mutation(() => DeliverOrderPayload, { description: 'The work is done; the requester accepts it.' })
  deliverOrder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('note', { type: () => String, nullable: true }) note: string | null,
  ) {
    return toPayload('order', () => this.orders.deliver(act, id, note));
  }

  @Mutation(() => FailOrderPayload, { description: 'It cannot be delivered; what was reserved is free again.' })
  failOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.orders.fail(act, id, reason));
  }

  @Mutation(() => AcceptOrderPayload, { description: 'What was reserved is spent, and the subscription begins.' })
  acceptOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('order', () => this.orders.accept(act, id));
  }

  @Mutation(() => CancelOrderPayload, { description: 'By the requester, before the work has begun.' })
  cancelOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.orders.cancel(act, id, reason));
  }
}
