import { IsNull, Not } from 'typeorm';
import { ItemMoves } from '../../orders/item-moves.js';
import { FulfilmentTaskEntity } from '../../orders/fulfilment/fulfilment-task.entity.js';
import { Tasks } from '../../orders/fulfilment/tasks.js';
import { Database } from '../../platform/database/database.js';
import { WebhookSubscriptions } from '../../platform/webhooks/webhook-subscriptions.js';
import { ordersBy, type Wanted } from '../builders/orders.js';
import { othersDid } from '../builders/others.js';
import { ACCOUNTS, JOINING } from '../content/fulfilment.js';
import type { Ago } from '../content/order.js';
import type { PersonKey } from '../content/people.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/**
 * Accounts are made by somebody else's server. One order is nearly done, one was given up and its account deleted again,
 * and of one with two items the first is delivered and accepted.
 */
export function fulfilmentScenes(stage: Stage): Scene[] {
  const { get } = stage;
  const orders = ordersBy(get);
  const ids = new Map<string, string>();
  const scene = ([days, time]: Ago, play: () => Promise<unknown>): Scene => ({
    at: instantAt(stage.months.zone, stage.workingDayBefore(days), time),
    step: 'Fulfilment',
    play,
  });
  const placed = async (name: string, by: PersonKey, wanted: Wanted) =>
    ids.set(name, (await orders.placed(await stage.act(by), wanted)).id);
  const approved = async (name: string, by: PersonKey) => orders.approved(await stage.act(by), { id: ids.get(name)! });
  const task = async (name: string, key: string, isUndo = false) =>
    get(Database).read.findOneByOrFail(FulfilmentTaskEntity, {
      orderId: ids.get(name)!,
      key,
      undoesId: isUndo ? Not(IsNull()) : IsNull(),
    });
  const item = (plan: string, quantity = 1) => ({
    kind: 'subscribe' as const,
    planId: stage.id('plan', plan),
    quantity,
  });
  const others = async (name: string, key: string, note: string, isUndo?: boolean) =>
    othersDid(get, stage.clock.now(), (await task(name, key, isUndo)).id, note);
  const finished = async (name: string, key: string, by: PersonKey, note: string | null = null) =>
    get(Tasks).finish(await stage.act(by), (await task(name, key)).id, note);

  return [
    scene([14, '09:00'], async () =>
      get(WebhookSubscriptions).add(await stage.act('ines'), { ...ACCOUNTS, events: [] }),
    ),
    scene([13, '16:00'], () =>
      stage
        .catalogOf('priya')
        .offered({ id: stage.id('service', 'sign-in-and-access') }, (now) => ({ ...now, fulfilment: JOINING })),
    ),

    scene([12, '09:10'], () =>
      placed('trainee', 'daniel', {
        items: [item('sign-in-and-access/person')],
        unitId: stage.id('unit', 'plants'),
        reason: 'A trainee in quality control.',
      }),
    ),
    scene([12, '13:30'], () => approved('trainee', 'clara')),
    scene([12, '13:42'], () => others('trainee', 'account', 'Account l.moreau was made.')),
    scene([11, '10:15'], async () =>
      get(Tasks).fail(
        await stage.act('ben'),
        (await task('trainee', 'rights')).id,
        'Quality control has no licence left for its inspection program.',
      ),
    ),
    scene([10, '11:00'], async () =>
      orders.failed(await stage.act('ben'), { id: ids.get('trainee')! }, 'The trainee begins in another department.'),
    ),
    scene([10, '11:12'], () => others('trainee', 'account', 'Account l.moreau was deleted.', true)),

    scene([5, '08:40'], () =>
      placed('fitters', 'daniel', {
        items: [item('sign-in-and-access/person', 3)],
        unitId: stage.id('unit', 'plants'),
        reason: 'Three fitters begin at plant Venlo.',
      }),
    ),
    scene([5, '10:05'], () => approved('fitters', 'clara')),
    scene([5, '10:11'], () => others('fitters', 'account', 'Three accounts were made.')),
    scene([4, '14:20'], () => finished('fitters', 'rights', 'ben', 'Rights of group "Assembly".')),

    scene([4, '09:25'], () =>
      placed('buyer', 'emma', {
        items: [item('managed-laptop/everyday'), item('email-and-calendar/standard')],
        reason: 'A buyer for tiles begins on Monday.',
      }),
    ),
    scene([4, '11:30'], () => approved('buyer', 'marco')),
    scene([3, '10:00'], async () => {
      const first = await get(Database).read.query('SELECT id FROM order_item WHERE order_id = $1 AND position = 1', [
        ids.get('buyer')!,
      ]);
      const work = await get(Database).read.findOneByOrFail(FulfilmentTaskEntity, { orderItemId: first[0].id });
      await get(Tasks).finish(await stage.act('tom'), work.id, 'The mailbox is open.');
      ids.set('mailbox', first[0].id);
    }),
    scene([3, '15:10'], async () => get(ItemMoves).accept(await stage.act('emma'), ids.get('mailbox')!)),
  ];
}
