import { ObjectType } from '@nestjs/graphql';
import { payloadOf } from '../platform/errors/payload-of.js';
import { Order } from './order.type.js';

const OrderPayload = payloadOf('order', Order);

@ObjectType()
export class DraftOrderPayload extends OrderPayload {}

@ObjectType()
export class AddToOrderPayload extends OrderPayload {}

@ObjectType()
export class ChangeOrderDraftPayload extends OrderPayload {}

@ObjectType()
export class SubmitOrderPayload extends OrderPayload {}

@ObjectType()
export class ApproveOrderPayload extends OrderPayload {}

@ObjectType()
export class RejectOrderPayload extends OrderPayload {}

@ObjectType()
export class StartOrderPayload extends OrderPayload {}

@ObjectType()
export class DeliverOrderPayload extends OrderPayload {}

@ObjectType()
export class FailOrderPayload extends OrderPayload {}

@ObjectType()
export class AcceptOrderPayload extends OrderPayload {}

@ObjectType()
export class CancelOrderPayload extends OrderPayload {}

@ObjectType()
export class DuplicateOrderPayload extends OrderPayload {}

@ObjectType()
export class AskForInformationPayload extends OrderPayload {}

@ObjectType()
export class AnswerQuestionPayload extends OrderPayload {}

@ObjectType()
export class HoldOrderPayload extends OrderPayload {}

@ObjectType()
export class ReleaseOrderPayload extends OrderPayload {}

@ObjectType()
export class RetryOrderPayload extends OrderPayload {}

@ObjectType()
export class AnswerCancellationPayload extends OrderPayload {}

@ObjectType()
export class CommentOnOrderPayload extends OrderPayload {}

@ObjectType()
export class AcceptOrderItemPayload extends OrderPayload {}

@ObjectType()
export class SendBackOrderPayload extends OrderPayload {}

@ObjectType()
export class SendBackOrderItemPayload extends OrderPayload {}

@ObjectType()
export class FailOrderItemPayload extends OrderPayload {}
