import { assertOwnOrder, DomainError, type OrderParties } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { In, type EntityManager } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { assertFresh } from '../platform/errors/assert-fresh.js';
import { uuidv7 } from '../platform/uuid.js';
import { nameOfBundle } from './chosen-part.js';
import { colleagueOf } from './colleague.js';
import { assertEntitled } from './entitled-people.js';
import { keepMove } from './keep-move.js';
import { lockedOrder, readOrder } from './locked-order.js';
import { onceByKey } from './once-by-key.js';
import type { ItemWish } from './item-facts.js';
import type { OrderWish } from './order-facts.js';
import { OrderItemEntity } from './order-item.entity.js';
import type { OrderRow } from './order-rows.js';
import { wishOf } from './order-wish.js';
import { OrderEntity } from './order.entity.js';
import {
  type AddToOrderInput,
  type ChangeOrderDraftInput,
  type DraftOrderInput,
  MOST_ITEMS,
  type OrderItemInput,
} from './order.input.js';

/** Orders before anybody but the requester knows of them. */
@Injectable()
export class OrderDrafts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /**
   * With a key, the same input twice is one draft.
   *
   * @throws {DomainError} When the viewer does not order for the unit, or plan, unit or beneficiary are unknown.
   */
  draft(act: Act, { key = null, ...input }: DraftOrderInput): Promise<OrderRow> {
    return this.database.transaction((tx) =>
      onceByKey(tx, act, key, { draft: input }, async () =>
        this.write(tx, act, await wishOf(tx, act, input), input.reason),
      ),
    );
  }

  /**
   * A new draft of the same items; what is ordered anew is at the prices of today.
   *
   * @throws {DomainError} `NOT_FOUND`, or why the viewer cannot order it now.
   */
  duplicate(act: Act, id: string, key: string | null): Promise<OrderRow> {
    return this.database.transaction((tx) =>
      onceByKey(tx, act, key, { duplicate: id }, async () => {
        const order = await lockedOrder(tx, await colleagueOf(tx, act), id);
        const items = [];
        for (const item of (await itemsOf(tx, id)).map(asInput)) {
          // The bundle may hold other plans by now, or have ended.
          const isPart = (await nameOfBundle(tx, act.viewer, item)) !== null;
          items.push(isPart ? item : { ...item, partOf: null });
        }
        const { unitId, beneficiaryId: wasFor } = order;
        return this.write(tx, act, await wishOf(tx, act, { items, unitId, wasFor }), order.reason);
      }),
    );
  }

  /**
   * Adds items to the newest draft of the viewer that the unit pays and that is of no bundle; where
   * there is none, they begin one. With a key, the
   * same input twice adds once.
   *
   * @throws {DomainError} As {@link draft}; `TOO_MANY_ITEMS` for more than an order holds.
   */
  add(act: Act, { key = null, items, unitId }: AddToOrderInput): Promise<OrderRow> {
    return this.database.transaction((tx) =>
      onceByKey(tx, act, key, { add: { items, unitId } }, async () => {
        // One after the other, so that two at the same instant do not begin two drafts.
        await tx.query(`SELECT pg_advisory_xact_lock(hashtextextended($1, 0))`, [`draft of ${act.viewer.personId}`]);
        const wish = await wishOf(tx, act, { items, unitId });
        const [open]: { id: string }[] = await tx.query(OPEN_DRAFT, [act.viewer.personId, wish.unitId]);
        if (!open) return this.write(tx, act, wish, '');
        const order = await lockedOrder(tx, await colleagueOf(tx, act), open.id);
        const before = (await itemsOf(tx, order.id)).map(asInput);
        if (before.length + items.length > MOST_ITEMS)
          throw new DomainError('TOO_MANY_ITEMS', `An order has at most ${MOST_ITEMS} items.`, ['items']);
        return this.rewrite(tx, act, order, { items: [...before, ...items] }, before);
      }),
    );
  }

  /** @throws {DomainError} When it is no draft of the viewer's any more, or it or its plans changed since `version`. */
  change(act: Act, id: string, version: number, change: ChangeOrderDraftInput): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const order = await lockedOrder(tx, await colleagueOf(tx, act), id);
      assertOwnDraft(act, order);
      assertFresh(order, version);
      const before = (await itemsOf(tx, id)).map(asInput);
      return this.rewrite(tx, act, order, { items: before, ...given(change) }, before);
    });
  }

  /** @param order Locked, as it stands, with `before` as its items. */
  private async rewrite(
    tx: EntityManager,
    act: Act,
    order: OrderRow,
    { items, beneficiaryId, ...change }: Draft,
    before: OrderItemInput[],
  ): Promise<OrderRow> {
    const { id, beneficiaryId: wasFor } = order;
    const { unitId, startOn, bundleAnswers, reason } = { ...order, ...change };
    const wish = await wishOf(tx, act, { items, unitId, beneficiaryId, wasFor, startOn, bundleAnswers });
    await assertEntitled(tx, act, wish);
    const { items: wished, ...header } = wish;
    await tx.delete(OrderItemEntity, { orderId: id });
    const versions = await insertItems(tx, act, id, wished);
    // The version that clients see grows, also where a new plan was changed less often than the old one.
    const changes = order.version + 1 - versions;
    await tx.update(OrderEntity, { id }, { ...header, reason: reason.trim(), changes });
    await this.audit.record(tx, act, 'order.changed', { type: 'order', id }, { ...wishIn(order), items: before }, wish);
    return (await readOrder(tx, id))!;
  }

  /** Within the transaction of another act. @throws {DomainError} `NOT_ENTITLED` */
  async write(tx: EntityManager, act: Act, wish: OrderWish, reason: string): Promise<OrderRow> {
    await assertEntitled(tx, act, wish);
    const [{ number }]: [{ number: number }] = await tx.query(`SELECT nextval('order_number')::int AS number`);
    const { items, ...header } = wish;
    const id = uuidv7(act.at);
    const draft = { id, number, state: 'draft', stateSince: act.at, draftedAt: act.at, changes: 0 } as const;
    await tx.insert(OrderEntity, { ...draft, ...header, reason: reason.trim() });
    await insertItems(tx, act, id, items);
    await keepMove(tx, act, id, { move: 'draft', from: null, to: 'draft', party: 'requester', reason: null });
    await this.audit.record(tx, act, 'order.drafted', { type: 'order', id }, null, wish);
    return (await readOrder(tx, id))!;
  }
}

const OPEN_DRAFT = `
  SELECT id FROM service_order o
   WHERE state = 'draft' AND requester_id = $1 AND unit_id = $2
     AND NOT EXISTS (SELECT FROM order_item i WHERE i.order_id = o.id AND i.bundle_id IS NOT NULL)
   ORDER BY id DESC LIMIT 1`;

/** What is said anew of a draft. */
type Draft = Partial<Pick<OrderRow, 'unitId' | 'beneficiaryId' | 'reason' | 'startOn' | 'bundleAnswers'>> & {
  items: OrderItemInput[];
};

/** In their order. */
export function itemsOf(manager: EntityManager, orderId: string): Promise<OrderItemEntity[]> {
  return manager.find(OrderItemEntity, { where: { orderId }, order: { position: 'ASC' } });
}

/** @returns The sum of the versions of their plans. */
async function insertItems(tx: EntityManager, { at }: Act, orderId: string, items: ItemWish[]): Promise<number> {
  const plans = await tx.findBy(PlanEntity, { id: In(items.map(({ planId }) => planId)) });
  const rows = items.map((item, position) => {
    const planVersion = plans.find(({ id }) => id === item.planId)!.version;
    return { id: uuidv7(at), orderId, position, planVersion, ...item, answers: item.answers as object };
  });
  await tx.insert(OrderItemEntity, rows);
  return rows.reduce((sum, { planVersion }) => sum + planVersion, 0);
}

/** @throws {DomainError} `FORBIDDEN` or `WRONG_STATE` */
function assertOwnDraft({ viewer }: Act, order: OrderParties): void {
  assertOwnOrder(viewer, order);
  if (order.state !== 'draft') throw new DomainError('WRONG_STATE', 'This order was submitted and stays as it is.');
}

/** Of what was ordered anew, what its acceptance began is no part. */
export function asInput(item: OrderItemEntity): OrderItemInput & Pick<OrderItemEntity, 'droppedAnswers'> {
  const {
    kind,
    planId,
    quantity,
    limits,
    answers,
    droppedAnswers,
    serviceVersionId,
    bundleId,
    bundlePart: part,
  } = item;
  const subscriptionId = kind === 'subscribe' ? null : item.subscriptionId;
  const partOf = bundleId && part ? { bundleId, part } : null;
  return {
    kind,
    planId,
    quantity,
    limits: [...limits],
    answers,
    droppedAnswers,
    serviceVersionId,
    subscriptionId,
    partOf,
  };
}

/** Without the fields that were left out. */
function given(change: ChangeOrderDraftInput): ChangeOrderDraftInput {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function wishIn({ unitId, requesterId, beneficiaryId, startOn, bundleAnswers }: OrderRow): Omit<OrderWish, 'items'> {
  return { unitId, requesterId, beneficiaryId, startOn, bundleAnswers };
}
