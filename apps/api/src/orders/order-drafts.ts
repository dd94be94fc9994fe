import {
  assertCanOrderFor,
  assertOwnOrder,
  canOrder,
  canSeeService,
  DomainError,
  isOutsider,
  type OrderParties,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { IsNull, type EntityManager } from 'typeorm';
import { PlanEntity } from '../catalog/plans/plan.entity.js';
import { ServiceEntity } from '../catalog/services/service.entity.js';
import { BusinessUnitEntity } from '../people/business-unit.entity.js';
import { PersonEntity } from '../people/person.entity.js';
import { viewerOfPerson } from '../people/viewer-query.js';
import type { Act } from '../platform/act/act.js';
import { Audit } from '../platform/audit/audit.js';
import { Database } from '../platform/database/database.js';
import { assertFresh } from '../platform/errors/assert-fresh.js';
import { uuidv7 } from '../platform/uuid.js';
import { colleagueOf } from './colleague.js';
import { keepMove } from './keep-move.js';
import { lockedOrder, readOrder } from './locked-order.js';
import type { OrderWish } from './order-facts.js';
import type { OrderRow } from './order-rows.js';
import { OrderEntity } from './order.entity.js';
import type { ChangeOrderDraftInput, DraftOrderInput } from './order.input.js';

/** Orders before anybody but the requester knows of them. */
@Injectable()
export class OrderDrafts {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer does not order for the unit, or plan, unit or beneficiary are unknown. */
  draft(act: Act, input: DraftOrderInput): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const wish = await wishOf(tx, act, input);
      const { version: planVersion } = await tx.findOneByOrFail(PlanEntity, { id: wish.planId });
      const [{ number }]: [{ number: number }] = await tx.query(`SELECT nextval('order_number')::int AS number`);
      const order = tx.create(OrderEntity, {
        id: uuidv7(act.at),
        number,
        kind: 'subscribe',
        state: 'draft',
        stateSince: act.at,
        ...wish,
        planVersion,
        reason: input.reason.trim(),
        draftedAt: act.at,
        changes: 0,
      });
      await tx.insert(OrderEntity, order);
      await keepMove(tx, act, order.id, null, 'draft');
      await this.audit.record(tx, act, 'order.drafted', { type: 'order', id: order.id }, null, wish);
      return (await readOrder(tx, order.id))!;
    });
  }

  /** @throws {DomainError} When it is no draft of the viewer's any more, or it or its plan changed since `version`. */
  change(act: Act, id: string, version: number, change: ChangeOrderDraftInput): Promise<OrderRow> {
    return this.database.transaction(async (tx) => {
      const order = await lockedOrder(tx, await colleagueOf(tx, act), id);
      assertOwnDraft(act, order);
      assertFresh(order, version);
      const { planId, quantity, unitId, beneficiaryId, reason } = { ...order, ...given(change) };
      const wish = await wishOf(tx, act, { planId, quantity, unitId, beneficiaryId });
      const before = await tx.findOneByOrFail(PlanEntity, { id: order.planId });
      const plan = await tx.findOneByOrFail(PlanEntity, { id: planId });
      // The version that clients see grows, also where the new plan was changed less often than the old one.
      const changes = order.version - before.version + 1 + Math.max(0, before.version - plan.version);
      const after = { ...wish, planVersion: plan.version, reason: reason.trim(), changes };
      await tx.update(OrderEntity, { id }, after);
      await this.audit.record(tx, act, 'order.changed', { type: 'order', id }, wishIn(order), wish);
      return (await readOrder(tx, id))!;
    });
  }
}

/** @throws {DomainError} `FORBIDDEN` or `WRONG_STATE` */
function assertOwnDraft({ viewer }: Act, order: OrderParties): void {
  assertOwnOrder(viewer, order);
  if (order.state !== 'draft') throw new DomainError('WRONG_STATE', 'This order was submitted and stays as it is.');
}

/**
 * The wish that an input stands for, with what it leaves out.
 *
 * @throws {DomainError} `FORBIDDEN`, `NOT_FOUND`, `UNKNOWN_PERSON`, `NOT_A_COLLEAGUE`, `UNKNOWN_UNIT` or `NO_UNIT`.
 */
export async function wishOf(
  manager: EntityManager,
  { viewer, at }: Act,
  { planId, quantity, unitId, beneficiaryId }: Omit<DraftOrderInput, 'reason'>,
): Promise<OrderWish> {
  if (!canOrder(viewer)) throw new DomainError('FORBIDDEN', 'Only requesters order services.');
  const plan = await manager.findOneBy(PlanEntity, { id: planId });
  const service = plan && (await manager.findOneByOrFail(ServiceEntity, { id: plan.serviceId }));
  if (!service || !canSeeService(viewer, service))
    throw new DomainError('NOT_FOUND', 'There is no such plan.', ['planId']);
  const beneficiary = await manager.findOneBy(PersonEntity, {
    id: beneficiaryId ?? viewer.personId,
    endedAt: IsNull(),
  });
  if (!beneficiary)
    throw new DomainError('UNKNOWN_PERSON', 'There is no such person, or they have left.', ['beneficiaryId']);
  const receiver = await viewerOfPerson(manager, beneficiary.id, at);
  if (receiver && isOutsider(receiver))
    throw new DomainError('NOT_A_COLLEAGUE', 'An order is for somebody who works here.', ['beneficiaryId']);
  const payer = unitId ?? beneficiary.unitId;
  if (!payer) throw new DomainError('NO_UNIT', `Say which unit pays: ${beneficiary.name} belongs to none.`, ['unitId']);
  const unit = await manager.findOneBy(BusinessUnitEntity, { id: payer });
  if (!unit) throw new DomainError('UNKNOWN_UNIT', 'There is no such unit.', ['unitId']);
  assertCanOrderFor(viewer, unit);
  return {
    planId,
    quantity: quantity ?? 1,
    unitId: payer,
    requesterId: viewer.personId,
    beneficiaryId: beneficiary.id,
  };
}

/** Without the fields that were left out. */
function given(change: ChangeOrderDraftInput): ChangeOrderDraftInput {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined));
}

function wishIn({ planId, quantity, unitId, requesterId, beneficiaryId }: OrderRow): OrderWish {
  return { planId, quantity, unitId, requesterId, beneficiaryId };
}
