import { Args, ID, Mutation, Resolver } from '@nestjs/graphql';
import type { Act } from '../../platform/act/act.js';
import { CurrentAct } from '../../platform/act/current-act.decorator.js';
import { toPayload } from '../../platform/errors/to-payload.js';
import { Order } from '../order.type.js';
import { ApprovalMoves } from './approval-moves.js';
import { DecideOrdersPayload, DelegateApprovalPayload, UndoDecisionPayload } from './approval.type.js';

@Resolver(() => Order)
export class ApprovalMutationsResolver {
  constructor(private readonly moves: ApprovalMoves) {}

  @Mutation(() => UndoDecisionPayload, {
    description: "Takes back the viewer's last decision, within 10 seconds and until somebody acts on it.",
  })
  undoDecision(@CurrentAct() act: Act, @Args('id', { type: () => ID }) id: string) {
    return toPayload('order', () => this.moves.undo(act, id));
  }

  @Mutation(() => DelegateApprovalPayload, {
    description: "Hands the viewer's question to a colleague; either of them answers it.",
  })
  delegateApproval(
    @CurrentAct() act: Act,
    @Args('id', { type: () => ID }) id: string,
    @Args('personId', { type: () => ID }) personId: string,
    @Args('reason') reason: string,
  ) {
    return toPayload('order', () => this.moves.delegate(act, id, personId, reason));
  }

  @Mutation(() => DecideOrdersPayload, {
    description: 'Approves or rejects up to 50 orders, each for itself. A rejection needs a reason.',
  })
  decideOrders(
    @CurrentAct() act: Act,
    @Args('ids', { type: () => [ID] }) ids: string[],
    @Args('approved') approved: boolean,
    @Args('reason', { type: () => String, nullable: true }) reason: string | null,
  ) {
    const verdict = approved ? 'approved' : 'rejected';
    return toPayload('decided', () => this.moves.decideMany(act, ids, verdict, reason));
  }
}
