import { ServiceManagements } from '../../catalog/management/service-managements.js';
import { Budgets } from '../../orders/budgets/budgets.js';
import type { AddBudgetInput } from '../../orders/budgets/budget.type.js';
import { itemsOf, OrderDrafts } from '../../orders/order-drafts.js';
import type { DraftOrderInput, OrderItemInput } from '../../orders/order.input.js';
import type { OrderRow } from '../../orders/order-rows.js';
import { Orders } from '../../orders/orders.js';
import { Submissions } from '../../orders/submissions.js';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import type { Hands, UseCases } from './hands.js';

type Placed = Pick<OrderRow, 'id'>;

/** An order of one plan, unless items are given. */
export type Wanted = Partial<DraftOrderInput> & Pick<Partial<OrderItemInput>, 'planId' | 'quantity' | 'limits'>;

/** What orders need before anybody orders: who fulfils, and what may be spent. */
export function orderingBy({ get, proposer }: Pick<Hands, 'get' | 'proposer'>) {
  return {
    team: async (input: Parameters<ServiceManagements['assign']>[1]) =>
      get(ServiceManagements).assign(await proposer(), input),
    budget: async (input: AddBudgetInput) => get(Budgets).add(await proposer(), input),
  };
}

/** Orders as people make them, each move by whoever acts. */
export function ordersBy(get: UseCases) {
  const made = {
    draft: (act: Act, { planId, quantity, limits, ...input }: Wanted): Promise<OrderRow> => {
      const items = [{ kind: 'subscribe' as const, planId, quantity, limits }];
      return get(OrderDrafts).draft(act, { reason: 'For work.', items, ...input });
    },

    submitted: (act: Act, { id, version }: Placed & Pick<OrderRow, 'version'>): Promise<OrderRow> =>
      get(Submissions).submit(act, id, version),

    /** Drafted and submitted at once. */
    async placed(act: Act, input: Wanted): Promise<OrderRow> {
      return made.submitted(act, await made.draft(act, input));
    },

    /** What the first item of a completed order began. */
    async subscriptionOf(orderId: string): Promise<string> {
      const [item] = await itemsOf(get(Database).read, orderId);
      return item!.subscriptionId!;
    },

    approved: (act: Act, { id }: Placed, reason: string | null = null) => get(Orders).approve(act, id, reason),
    rejected: (act: Act, { id }: Placed, reason: string) => get(Orders).reject(act, id, reason),
    asked: (act: Act, { id }: Placed, question: string) => get(Orders).ask(act, id, question),
    answered: (act: Act, { id }: Placed, answer: string) => get(Orders).answer(act, id, answer),
    held: (act: Act, { id }: Placed, reason: string) => get(Orders).hold(act, id, reason),
    released: (act: Act, { id }: Placed) => get(Orders).release(act, id),
    retried: (act: Act, { id }: Placed) => get(Orders).retry(act, id, null),
    started: (act: Act, { id }: Placed) => get(Orders).start(act, id),
    delivered: (act: Act, { id }: Placed, note: string | null = null) => get(Orders).deliver(act, id, note),
    failed: (act: Act, { id }: Placed, reason: string) => get(Orders).fail(act, id, reason),
    completed: (act: Act, { id }: Placed) => get(Orders).accept(act, id),
    cancelled: (act: Act, { id }: Placed, reason: string) => get(Orders).cancel(act, id, reason),
  };
  return made;
}
