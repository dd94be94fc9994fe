import { addDays } from '@accord/domain';
import { ordersBy } from '../builders/orders.js';
import { BUDGETS } from '../content/budgets.js';
import { TAKEN_OVER, teamOf } from '../content/management.js';
import type { Ago, DemoMove, DemoOrder } from '../content/order.js';
import { ORDERS } from '../content/orders.js';
import { ORDERS_OF_CHANGES } from '../content/orders-changes.js';
import { RETIRING_ORDERS } from '../content/retiring-orders.js';
import type { DemoService } from '../content/service.js';
import { SERVICES } from '../content/services.js';
import { instantAt } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

/** Who fulfils, what may be spent, and what was ordered. */
export function orderScenes(stage: Stage): Scene[] {
  const begun = new Map<string, string>();
  return [
    ...managementScenes(stage),
    ...budgetScenes(stage),
    ...[...ORDERS, ...RETIRING_ORDERS, ...ORDERS_OF_CHANGES].flatMap((order) => lifeOf(stage, order, begun)),
  ];
}

/** Each service has its team on the day on which it goes live. */
function managementScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const assign = async (service: string, team: string, month: number) =>
    stage
      .orderingOf('ruth')
      .team({ serviceId: stage.id('service', service), teamId: stage.id('team', team), from: months.day(month, 1) });
  const step = 'Teams of services';
  const first = SERVICES.flatMap((service) => {
    const { live } = (service as DemoService).life ?? { live: 1 };
    if (live === undefined) return [];
    return [{ at: months.at(live, 1, '08:45'), step, play: () => assign(service.slug, teamOf(service), live) }];
  });
  const { service, team, month } = TAKEN_OVER;
  return [...first, { at: months.at(month - 1, 22, '10:30'), step, play: () => assign(service, team, month) }];
}

/**
 * Of each calendar year that the demo sees, or in which something begins that it orders: set in November before it, the
 * first one when everything begins.
 */
function budgetScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const years = [...new Set(Array.from({ length: 16 }, (_, month) => months.period(month).slice(0, 4)))];
  return years.map((year, i) => ({
    at: i === 0 ? months.at(0, 24, '14:00') : instantAt(months.zone, `${Number(year) - 1}-11-10`, '14:00'),
    step: 'Budgets',
    play: async () => {
      const [from, to] = [`${year}-01-01`, `${year}-12-31`];
      for (const [unit, amount] of Object.entries(BUDGETS)) {
        const words = { name: `Business technology ${year}`, unitId: stage.id('unit', unit) };
        await stage.orderingOf('ruth').budget({ ...words, from, to, amount });
      }
    },
  }));
}

/** @param begun Orders by their keys. */
function lifeOf(stage: Stage, order: DemoOrder, begun: Map<string, string>): Scene[] {
  const orders = ordersBy(stage.get);
  const step = 'Orders';
  let placed: { id: string; version: number };
  const draft = async () => {
    const {
      key,
      service,
      plan,
      by,
      beneficiary,
      unit,
      quantity,
      limits = {},
      reason,
      change,
      more = [],
      beginsIn,
    } = order;
    const planOf = (item: { service: string; plan: string }) => stage.id('plan', `${item.service}/${item.plan}`);
    const subscriptionId = change && (await orders.subscriptionOf(begun.get(change.of)!));
    const first = {
      kind: change?.kind ?? ('subscribe' as const),
      planId: planOf({ service, plan }),
      quantity,
      limits: Object.entries(limits).map(([unitName, units]) => ({ unitName, units })),
      subscriptionId,
    };
    const others = more.map((item) => ({ kind: 'subscribe' as const, planId: planOf(item) }));
    placed = await orders.draft(await stage.act(by), {
      items: [first, ...others],
      startOn: beginsIn === undefined ? null : addDays(stage.workingDayBefore(order.drafted[0]), beginsIn),
      beneficiaryId: beneficiary && stage.id('person', beneficiary),
      unitId: unit && stage.id('unit', unit),
      reason,
    });
    if (key) {
      begun.set(key, placed.id);
      stage.made('order', key, placed);
    }
  };
  const make = async ([move, by, , words]: DemoMove) => orders[move](await stage.act(by), placed, words!);
  return [
    { at: at(stage, order.drafted), step, play: draft },
    ...order.moves.map((move) => ({ at: at(stage, move[2]), step, play: () => make(move) })),
  ];
}

const at = (stage: Stage, [days, time]: Ago): Date => instantAt(stage.months.zone, stage.workingDayBefore(days), time);
