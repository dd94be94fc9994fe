import {
  canSeeOrder,
  ORDER_STATES,
  readOrderNumber,
  STATE_WORDS,
  type OrderKind,
  type OrderState,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import type { EntityManager } from 'typeorm';
import { readPage } from '../performance/read-page.js';
import type { Act } from '../platform/act/act.js';
import { Database } from '../platform/database/database.js';
import { Parameters } from '../platform/database/parameters.js';
import type { Facet } from '../platform/graphql/facet.type.js';
import { upperSnakeEnum } from '../platform/graphql/upper-snake-enum.js';
import { ApproverSearch } from './approvals/approver-search.js';
import type { DeliveredInput } from './delivered.input.js';
import { colleagueOf } from './colleague.js';
import { readOrder } from './locked-order.js';
import { ordersIn, takenBy } from './order-reach.js';
import { ORDERS, type OrderRow } from './order-rows.js';
import type { Assigned, OrderScope } from './order.type.js';

export interface OrdersAsked {
  scope: OrderScope;
  /** null = all. */
  states: readonly OrderState[] | null;
  /** Orders with an item of one of these kinds; null = all. */
  kinds: readonly OrderKind[] | null;
  /** The unit that pays, with those below it; null = all. */
  unitId: string | null;
  /** Orders with a task taken like this; null = with or without a task. */
  assigned: Assigned | null;
  /** A number, or part of a service name. */
  search: string | null;
  /** Orders of which something was delivered; null = delivered or not. */
  delivered: DeliveredInput | null;
  first: number;
  after: string | null;
}

/** Reads orders, as far as the viewer has to do with them. */
@Injectable()
export class OrderLists {
  constructor(
    private readonly database: Database,
    private readonly approvers: ApproverSearch,
  ) {}

  /** @returns null for an order that does not exist, or not for this viewer. */
  async one(act: Act, id: string): Promise<OrderRow | null> {
    await this.approvers.run(act);
    const order = await readOrder(this.database.read, id);
    return order && canSeeOrder(await colleagueOf(this.database.read, act), order) ? order : null;
  }

  /** Newest first. */
  async page(act: Act, asked: OrdersAsked) {
    await this.approvers.run(act);
    const manager = this.database.read;
    const colleague = await colleagueOf(manager, act);
    const found = (parameters: Parameters) =>
      [
        ordersIn(asked.scope, colleague, parameters, act.at),
        ...(asked.assigned ? [takenBy(asked.assigned, colleague, parameters)] : []),
        ...searched(asked.search, parameters),
        ...ofKinds(asked.kinds, parameters),
        ...paidBy(asked.unitId, parameters),
        ...(asked.delivered ? [deliveredAs(asked.delivered, parameters)] : []),
      ].join(' AND ');
    const parameters = new Parameters();
    const where = [found(parameters), ...(asked.states ? [`o.state = ANY (${parameters.add(asked.states)})`] : [])];
    const page = await readPage<OrderRow>(manager, parameters, {
      select: `${ORDERS} WHERE ${where.join(' AND ')}`,
      sortedBy: { draftedAt: 'o.drafted_at', id: 'o.id' },
      first: asked.first,
      after: asked.after,
    });
    return { ...page, facets: [await stateFacet(manager, found)] };
  }
}

/** By number where the text is one, else by the name of the service. */
function searched(search: string | null, parameters: Parameters): string[] {
  const words = search?.trim();
  if (!words) return [];
  const number = readOrderNumber(words);
  if (number !== null) return [`o.number = ${parameters.add(number)}`];
  const pattern = parameters.add(`%${words.replace(/[\\%_]/g, '\\$&')}%`);
  return [
    `o.id IN (SELECT i.order_id FROM order_item i JOIN plan p ON p.id = i.plan_id
       WHERE p.service_id IN (SELECT id FROM service WHERE name ILIKE ${pattern}))`,
  ];
}

function ofKinds(kinds: readonly OrderKind[] | null, parameters: Parameters): string[] {
  return kinds ? [`o.id IN (SELECT order_id FROM order_item WHERE kind = ANY (${parameters.add(kinds)}))`] : [];
}

function paidBy(unitId: string | null, parameters: Parameters): string[] {
  if (unitId == null) return [];
  if (!isUUID(unitId)) return ['false'];
  const unit = parameters.add(unitId);
  return [
    `o.unit_id IN (
      WITH RECURSIVE below AS (
        SELECT id FROM business_unit WHERE id = ${unit}
        UNION ALL SELECT u.id FROM business_unit u JOIN below ON u.parent_id = below.id)
      SELECT id FROM below)`,
  ];
}

function deliveredAs({ serviceId, from, to }: DeliveredInput, parameters: Parameters): string {
  if (!isUUID(serviceId)) return 'false';
  const day = `(i.delivered_at AT TIME ZONE 'UTC')::date`;
  const conditions = [
    'i.delivered_at IS NOT NULL',
    `p.service_id = ${parameters.add(serviceId)}`,
    ...(from ? [`${day} >= ${parameters.add(from)}::date`] : []),
    ...(to ? [`${day} <= ${parameters.add(to)}::date`] : []),
  ];
  return `o.id IN (SELECT i.order_id FROM order_item i JOIN plan p ON p.id = i.plan_id WHERE ${conditions.join(' AND ')})`;
}

/** How many there are in each state, in the order of an order's life. */
async function stateFacet(manager: EntityManager, found: (parameters: Parameters) => string): Promise<Facet> {
  const parameters = new Parameters();
  const counts: { state: OrderState; count: number }[] = await manager.query(
    `SELECT o.state, count(*)::int AS count FROM service_order o WHERE ${found(parameters)} GROUP BY o.state`,
    parameters.values,
  );
  const values = Object.entries(upperSnakeEnum(ORDER_STATES)).flatMap(([value, state]) => {
    const counted = counts.find((row) => row.state === state);
    return counted ? [{ value, label: STATE_WORDS[state], count: counted.count }] : [];
  });
  return { name: 'state', values };
}
