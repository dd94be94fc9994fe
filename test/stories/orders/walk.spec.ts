import { Acceptances } from '@accord/api/orders/acceptances.js';
import { Tasks } from '@accord/api/orders/fulfilment/tasks.js';
import { ItemMoves } from '@accord/api/orders/item-moves.js';
import { Orders } from '@accord/api/orders/orders.js';
import { Starts } from '@accord/api/orders/starts.js';
import { Submissions } from '@accord/api/orders/submissions.js';
import type { Act } from '@accord/api/platform/act/act.js';
import { DomainError, ORDER_STATES, replayOrder, type OrderMove, type OrderState } from '@accord/domain';
import { startStory } from '../../builders/index.js';

const { api, given } = await startStory();
const ACTIONS = 900;
const ORDERS = 8;
const HOUR_MS = 3_600_000;

/** The same numbers in every run; PROPERTY_SEED=N draws others. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

it('random actions of random people on the database skip no approval, overspend nothing, and replay', async () => {
  const draw = numbers(Number(process.env.PROPERTY_SEED ?? 1));
  // Room for five of the eleven items of eight orders.
  const place = await given.orderPlace({ budget: { amount: '599' } });
  const tasks = [
    { key: 'prepare', name: 'Prepare', undo: { name: 'Take it back' } },
    { key: 'deliver', name: 'Deliver', after: ['prepare'] },
  ];
  await given.offered(place.service, (now) => ({ ...now, fulfilment: { tasks } }), new Date('2000-01-02T00:00:00Z'));
  await given.role(place.owner, { role: 'requester', kind: 'unit', id: place.unit.id });
  await given.person({ name: 'Otto Owner', roles: [{ role: 'budgetOwner', kind: 'unit', id: place.unit.id }] });
  const people = [place.requester, place.owner, place.member, await given.person()];
  const ids: string[] = [];
  for (let i = 0; i < ORDERS; i++) {
    const startOn = i % 4 === 3 ? '2026-03-20' : null;
    const requester = i % 3 === 0 ? place.owner : place.requester;
    const items = Array.from({ length: i % 3 === 1 ? 2 : 1 }, () => ({
      kind: 'subscribe' as const,
      planId: place.plan.id,
      quantity: 1,
    }));
    ids.push((await given.order({ ...place, requester }, 'draft', { startOn, unitId: place.unit.id, items })).id);
  }

  const orders = api.get(Orders);
  const versionOf = async (id: string) =>
    (await api.dataSource.query(`SELECT changes + 1 AS version FROM service_order WHERE id = $1`, [id]))[0].version;
  /** One of the rows that an order has in a table. */
  const oneOf = async (table: 'fulfilment_task' | 'order_item', orderId: string): Promise<string> => {
    const rows: { id: string }[] = await api.dataSource.query(
      `SELECT id FROM ${table} WHERE order_id = $1 ORDER BY id DESC`,
      [orderId],
    );
    return rows[draw(rows.length)]?.id ?? orderId;
  };
  const work = api.get(Tasks);
  const actions: Record<string, (act: Act, id: string) => Promise<unknown>> = {
    submit: async (act, id) => api.get(Submissions).submit(act, id, await versionOf(id)),
    approve: (act, id) => orders.approve(act, id, null),
    reject: (act, id) => orders.reject(act, id, 'No.'),
    ask: (act, id) => orders.ask(act, id, 'Why?'),
    answer: (act, id) => orders.answer(act, id, 'So.'),
    start: (act, id) => orders.start(act, id),
    hold: (act, id) => orders.hold(act, id, 'Wait.'),
    release: (act, id) => orders.release(act, id),
    deliver: (act, id) => orders.deliver(act, id, null),
    fail: (act, id) => orders.fail(act, id, 'Broken.'),
    retry: (act, id) => orders.retry(act, id, null),
    take: async (act, id) => work.take(act, await oneOf('fulfilment_task', id)),
    finish: async (act, id) => work.finish(act, await oneOf('fulfilment_task', id), null),
    failTask: async (act, id) => work.fail(act, await oneOf('fulfilment_task', id), 'Not now.'),
    retryTask: async (act, id) => work.retry(act, await oneOf('fulfilment_task', id)),
    acceptItem: async (act, id) => api.get(ItemMoves).accept(act, await oneOf('order_item', id)),
    failItem: async (act, id) => api.get(ItemMoves).fail(act, await oneOf('order_item', id), 'Sold out.'),
    accept: (act, id) => orders.accept(act, id),
    cancel: (act, id) => orders.cancel(act, id, 'Changed my mind.'),
    grant: (act, id) => orders.answerCancellation(act, id, true, 'Well.'),
    refuse: (act, id) => orders.answerCancellation(act, id, false, 'Too late.'),
    wake: (act) => api.get(Starts).startScheduled({ viewer: null, at: act.at }),
    silence: (act) => api.get(Acceptances).acceptSilently({ viewer: null, at: act.at }),
  };
  // What ends an order is rare, or no walk would get far.
  const rare = new Set(['reject', 'fail', 'failItem', 'cancel', 'grant']);
  const names = Object.keys(actions).flatMap((name) =>
    rare.has(name) ? [name] : Array.from({ length: 6 }, () => name),
  );

  let made = 0;
  for (let i = 0; i < ACTIONS; i++) {
    api.clock.set(new Date(Date.parse('2026-03-16T09:00:00Z') + i * HOUR_MS));
    const id = ids[draw(ids.length)]!;
    // Whoever it occurs to; most may not, and who may is not told first.
    const name = names[draw(names.length)]!;
    const first = draw(people.length);
    for (let tried = 0; tried < people.length; tried++) {
      try {
        await actions[name]!(await given.act(people[(first + tried) % people.length]!), id);
        made++;
        break;
      } catch (error) {
        if (!(error instanceof DomainError)) throw error;
      }
    }
    const { amount, reserved, committed, spent } = await given.budgetNow(place.budget);
    expect(Number(reserved) + Number(committed) + Number(spent)).toBeLessThanOrEqual(Number(amount));
  }

  expect(made).toBeGreaterThan(50);
  const reached = new Set<OrderState>();
  for (const id of ids) {
    const [order] = await api.dataSource.query(
      `SELECT state, resumes_as AS "resumesAs", cancellation_asked AS "cancellationAsked", requester_id AS "requesterId"
         FROM service_order WHERE id = $1`,
      [id],
    );
    const events: { move: OrderMove | 'draft'; byId: string | null; toState: OrderState }[] =
      await api.dataSource.query(
        `SELECT move, by_id AS "byId", to_state AS "toState" FROM order_event WHERE order_id = $1 ORDER BY id`,
        [id],
      );
    const audited: { from: string | null; to: string }[] = await api.dataSource.query(
      `SELECT before->>'state' AS "from", after->>'state' AS "to" FROM audit_entry
        WHERE subject_id = $1 AND after ? 'state' AND before ? 'state' AND action LIKE 'order.%' AND action <> 'order.taskMoved' ORDER BY id`,
      [id],
    );
    const { state, resumesAs, cancellationAsked } = order;
    for (const { toState } of events) reached.add(toState);
    expect(ORDER_STATES).toContain(state);
    const moves = events.flatMap(({ move }) => (move === 'draft' ? [] : [move]));
    expect(replayOrder(moves)).toEqual({ state, resumesAs, cancellationAsked });
    expect(audited.reduce((now, { from, to }) => (from === now ? to : `${from} after ${now}`), 'draft')).toBe(state);
    const approvals = events.filter(({ move }) => move === 'approve');
    const items: { standing: string; open: number }[] = await api.dataSource.query(
      `SELECT CASE WHEN i.failed_at IS NOT NULL THEN 'failed' WHEN i.accepted_at IS NOT NULL THEN 'accepted'
          WHEN i.delivered_at IS NOT NULL THEN 'delivered' ELSE 'open' END AS standing,
          (SELECT count(*)::int FROM fulfilment_task t WHERE t.order_item_id = i.id AND t.undoes_id IS NULL
             AND t.state IN ('waiting', 'open', 'started')) AS open
        FROM order_item i WHERE i.order_id = $1`,
      [id],
    );
    // Work is open only where something is still to be delivered, and the order says what its items say.
    for (const { standing, open } of items) if (standing !== 'open') expect(open).toBe(0);
    if (state === 'completed')
      expect(items.filter(({ standing }) => !['accepted', 'failed'].includes(standing))).toEqual([]);
    if (state === 'delivered') expect(items.map(({ standing }) => standing)).toContain('delivered');
    if (events.some(({ toState }) => ['fulfilling', 'scheduled'].includes(toState))) expect(approvals).toHaveLength(1);
    for (const { byId } of approvals) expect(byId).not.toBe(order.requesterId);
  }
  expect(reached.size).toBeGreaterThanOrEqual(8);
}, 120_000);
