import { Args, ID, Int, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../platform/act/act.js';
import { CurrentAct } from '../platform/act/current-act.decorator.js';
import { toPayload } from '../platform/errors/to-payload.js';
import { OrderDrafts } from './order-drafts.js';
import { ItemMoves } from './item-moves.js';
import {
  AcceptOrderItemPayload,
  AcceptOrderPayload,
  AddToOrderPayload,
  AnswerCancellationPayload,
  AnswerQuestionPayload,
  ApproveOrderPayload,
  AskForInformationPayload,
  CancelOrderPayload,
  ChangeOrderDraftPayload,
  DeliverOrderPayload,
  DraftOrderPayload,
  DuplicateOrderPayload,
  FailOrderItemPayload,
  FailOrderPayload,
  HoldOrderPayload,
  RejectOrderPayload,
  ReleaseOrderPayload,
  RetryOrderPayload,
  SendBackOrderItemPayload,
  SendBackOrderPayload,
  StartOrderPayload,
  SubmitOrderPayload,
} from './order-payloads.js';
import { AddToOrderInput, ChangeOrderDraftInput, DraftOrderInput } from './order.input.js';
import { Order } from './order.type.js';
import { Orders } from './orders.js';
import { Submissions } from './submissions.js';

@Resolver(() => Order)
export class OrderMutationsResolver {
  constructor(
    private readonly drafts: OrderDrafts,
    private readonly submissions: Submissions,
    private readonly orders: Orders,
    private readonly items: ItemMoves,
  ) {}

  @Mutation(() => DraftOrderPayload, { description: 'With a key, the same input twice is one draft.' })
  draftOrder(@CurrentAct() act: Act, @Args('input') input: DraftOrderInput) {
    return toPayload('order', () => this.drafts.draft(act, input));
  }

  @Mutation(() => AddToOrderPayload, {
    description: "To the viewer's newest draft that the unit pays, or to a new one where there is none.",
  })
  addToOrder(@CurrentAct() act: Act, @Args('input') input: AddToOrderInput) {
    return toPayload('order', () => this.drafts.add(act, input));
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

  @Mutation(() => DuplicateOrderPayload, { description: 'A new draft of the same items, at the prices of today.' })
  duplicateOrder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('key', { type: () => String, nullable: true }) key: string | null,
  ) {
    return toPayload('order', () => this.drafts.duplicate(act, id, key));
  }

  @Mutation(() => SubmitOrderPayload, {
    description:
      'Pins plan versions and prices, reserves the cost on the budget and asks the budget owners. With a key, the same submission twice is one.',
  })
  submitOrder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
    @Args('key', { type: () => String, nullable: true }) key: string | null,
  ) {
    return toPayload('order', () => this.submissions.submit(act, id, version, key));
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

  @Mutation(() => AskForInformationPayload, {
    description:
      'By an approver or the team. The order waits, and the promised time stands still, until the requester answers.',
  })
  askForInformation(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('question') question: string,
  ) {
    return toPayload('order', () => this.orders.ask(act, id, question));
  }

  @Mutation(() => AnswerQuestionPayload, { description: 'The order goes on where it was asked about.' })
  answerQuestion(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('answer') answer: string) {
    return toPayload('order', () => this.orders.answer(act, id, answer));
  }

  @Mutation(() => HoldOrderPayload, {
    description: 'Held by the requester, the promised time stands still; held by the team, it does not.',
  })
  holdOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.orders.hold(act, id, reason));
  }

  @Mutation(() => ReleaseOrderPayload)
  releaseOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('order', () => this.orders.release(act, id));
  }

  @Mutation(() => RetryOrderPayload, { description: 'What was given up is tried again; its cost is reserved anew.' })
  retryOrder(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    return toPayload('order', () => this.orders.retry(act, id, reason));
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

  @Mutation(() => AcceptOrderItemPayload, {
    description: 'What is delivered of an order is accepted while the rest is still worked on.',
  })
  acceptOrderItem(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('order', () => this.items.accept(act, id));
  }

  @Mutation(() => SendBackOrderPayload, {
    description:
      'It is not as ordered: silence accepts it no more, the team puts it right, and its promised time goes on.',
  })
  sendBackOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.orders.sendBack(act, id, reason));
  }

  @Mutation(() => SendBackOrderItemPayload, {
    description: 'One item is not as ordered; the others can be accepted meanwhile.',
  })
  sendBackOrderItem(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('order', () => this.items.sendBack(act, id, reason));
  }

  @Mutation(() => FailOrderItemPayload, {
    description: 'An item cannot be delivered; its part of the money is free again, and the rest of the order goes on.',
  })
  failOrderItem(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.items.fail(act, id, reason));
  }

  @Mutation(() => CancelOrderPayload, {
    description: 'By the requester: at once before the work has begun, then as a request that the team answers.',
  })
  cancelOrder(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string, @Args('reason') reason: string) {
    return toPayload('order', () => this.orders.cancel(act, id, reason));
  }

  @Mutation(() => AnswerCancellationPayload, { description: "The team's answer to a requester who asked to cancel." })
  answerCancellation(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('granted') granted: boolean,
    @Args('reason') reason: string,
  ) {
    return toPayload('order', () => this.orders.answerCancellation(act, id, granted, reason));
  }
}
