import type { OrderPlace } from '../../builders/orders.js';
import type { Rows } from './row.js';
import type { World } from './world.js';

type Asked = Parameters<World['given']['order']>[1];

let place: OrderPlace | undefined;
let made = 0;

/** An order of the place in question: its unit pays, its service is ordered, its team fulfils it. */
export async function placeOf({ given, home }: World): Promise<OrderPlace> {
  return (place ??= await given.orderPlace({ at: home, budget: { amount: '1000000' } }));
}

const order = (state: Asked) => async (world: World) => {
  const { id, version } = await world.given.order(await placeOf(world), state);
  return { id, version };
};
const because = (state: Asked) => async (world: World) => ({ ...(await order(state)(world)), reason: 'Because.' });

const orderInput = async (world: World) => {
  const { plan, unit } = await placeOf(world);
  return { input: { items: [{ planId: plan.id }], unitId: unit.id, reason: '' } };
};

/** An order being fulfilled, which its requester asked to cancel. */
const askedToCancel = async (world: World) => {
  const { id } = await order('fulfilling')(world);
  await world.api.dataSource.query('UPDATE service_order SET cancellation_asked = true WHERE id = $1', [id]);
  return { id, granted: false, reason: 'Because.' };
};

/** The item of an order. */
const item = (state: Asked) => async (world: World) => {
  const [{ id }]: [{ id: string }] = await world.api.dataSource.query('SELECT id FROM order_item WHERE order_id = $1', [
    (await order(state)(world)).id,
  ]);
  return { id, reason: 'Because.' };
};

/** The task of an order. */
const task = (state: Asked) => async (world: World) => {
  const [{ id }]: [{ id: string }] = await world.api.dataSource.query(
    'SELECT id FROM fulfilment_task WHERE order_id = $1',
    [(await order(state)(world)).id],
  );
  return { id };
};

const failedTask = async (world: World) => {
  const { id } = await task('fulfilling')(world);
  const failed = `UPDATE fulfilment_task SET state = 'failed', ended_at = now() WHERE id = $1`;
  await world.api.dataSource.query(failed, [id]);
  return { id };
};

/** A subscription of the place in question, owned by who ordered it. */
const subscription = async (world: World) => {
  const { id: orderId } = await order('completed')(world);
  const [{ id, version }]: [{ id: string; version: number }] = await world.api.dataSource.query(
    'SELECT b.id, b.version FROM subscription b JOIN order_item i ON i.subscription_id = b.id WHERE i.order_id = $1',
    [orderId],
  );
  return { id, version };
};

/** The service in question, live and without a team. */
async function unmanaged({ api, home }: World) {
  await api.dataSource.query(`UPDATE service SET lifecycle = 'live' WHERE id = $1`, [home.service.id]);
  await api.dataSource.query('DELETE FROM service_management WHERE service_id = $1', [home.service.id]);
  return { serviceId: home.service.id, teamId: home.team.id };
}

/** Years to come, one for each budget. */
const budgetInput = ({ home }: World) => {
  const year = 2030 + ++made;
  return { input: { unitId: home.unit.id, name: 'New', from: `${year}-01-01`, to: `${year}-12-31`, amount: '100000' } };
};

export const orders: Rows = {
  orders: {
    arguments: async (world) => (await order('completed')(world), { scope: 'ALL' }),
    selection: 'edges { cursor }',
  },
  order: { arguments: async (world) => ({ id: (await order('completed')(world)).id }) },
  'order.draft': { arguments: async (world) => ({ id: (await order('draft')(world)).id }) },
  quoteOrder: { arguments: orderInput },
  subscriptions: {
    arguments: async (world) => (await order('completed')(world), {}),
    selection: 'edges { cursor }',
  },
  subscription: { arguments: async (world) => ({ id: (await subscription(world)).id }) },
  changeSubscriptionOwner: {
    arguments: async (world) => ({
      ...(await subscription(world)),
      ownerId: (await placeOf(world)).member.id,
      reason: 'Because.',
    }),
  },
  budgets: {
    arguments: async (world) => (await placeOf(world), {}),
    selection: 'unit { id }',
    shows: (budgets, { home }) => budgets.some(({ unit }: { unit: { id: string } }) => unit.id === home.unit.id),
  },
  budget: { arguments: async (world) => ({ id: (await placeOf(world)).budget.id }) },
  draftOrder: { arguments: orderInput },
  addToOrder: {
    arguments: async (world) => {
      const { plan, unit } = await placeOf(world);
      return { input: { items: [{ planId: plan.id }], unitId: unit.id } };
    },
  },
  changeOrderDraft: { arguments: async (world) => ({ ...(await order('draft')(world)), input: { reason: 'Other.' } }) },
  draftMigration: {
    arguments: async (world) => ({ subscriptionId: (await subscription(world)).id }),
    beyondPermission: ['NOT_RETIRING'],
  },
  duplicateOrder: { arguments: async (world) => ({ id: (await order('completed')(world)).id }) },
  submitOrder: { arguments: order('draft') },
  approveOrder: { arguments: order('awaitingApproval') },
  rejectOrder: { arguments: because('awaitingApproval') },
  askForInformation: {
    arguments: async (world) => ({ ...(await order('awaitingApproval')(world)), question: 'Why?' }),
  },
  'askForInformation.work': {
    arguments: async (world) => ({ ...(await order('fulfilling')(world)), question: 'Why?' }),
  },
  answerQuestion: { arguments: async (world) => ({ ...(await order('needsInformation')(world)), answer: 'So.' }) },
  commentOnOrder: { arguments: async (world) => ({ ...(await order('approved')(world)), text: 'Soon.' }) },
  holdOrder: { arguments: because('fulfilling') },
  releaseOrder: { arguments: order('onHold') },
  retryOrder: { arguments: order('failed') },
  answerCancellation: { arguments: askedToCancel },
  startOrder: { arguments: order('approved') },
  deliverOrder: { arguments: order('fulfilling') },
  failOrder: { arguments: because('fulfilling') },
  acceptOrder: { arguments: order('delivered') },
  acceptOrderItem: { arguments: async (world) => ({ id: (await item('delivered')(world)).id }) },
  sendBackOrder: { arguments: because('delivered') },
  sendBackOrderItem: {
    arguments: async (world) => ({ id: (await item('delivered')(world)).id, reason: 'Because.' }),
  },
  failOrderItem: { arguments: item('fulfilling') },
  fulfilmentTasks: {
    arguments: async (world) => (await order('approved')(world), {}),
    selection: 'edges { cursor }',
  },
  takeTask: { arguments: task('approved') },
  assignTask: {
    arguments: async (world) => ({ ...(await task('approved')(world)), personId: (await placeOf(world)).member.id }),
  },
  finishTask: { arguments: task('fulfilling') },
  failTask: { arguments: async (world) => ({ ...(await task('fulfilling')(world)), reason: 'Because.' }) },
  retryTask: { arguments: failedTask },
  cancelOrder: { arguments: because('awaitingApproval') },
  addBudget: { arguments: budgetInput },
  changeBudget: {
    arguments: async (world) => {
      const { budget } = await placeOf(world);
      const { id, version } = await world.given.budgetNow(budget);
      return { id, version, amount: '1000000', reason: 'Because.' };
    },
  },
  assignServiceTeam: {
    isAlone: true,
    arguments: async (world) => {
      const { serviceId, teamId } = await unmanaged(world);
      return { input: { serviceId, teamId, from: '2026-01-01' } };
    },
  },
  endServiceManagement: {
    isAlone: true,
    arguments: async (world) => {
      await unmanaged(world);
      const { given, home } = world;
      return { id: (await given.management(home.service, home.team)).id, on: '2026-12-31' };
    },
  },
};
