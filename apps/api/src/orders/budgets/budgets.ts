import {
  assertBudgetAmount,
  assertCanSetBudget,
  assertCoversUse,
  assertDatesInOrder,
  assertReservationDays,
  canSeeBudget,
  DomainError,
  overrunOf,
  reasonOf,
} from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { IsNull } from 'typeorm';
import { BusinessUnitEntity } from '../../people/business-unit.entity.js';
import { EnterpriseEntity } from '../../people/enterprise.entity.js';
import type { Act } from '../../platform/act/act.js';
import { Audit } from '../../platform/audit/audit.js';
import { Database } from '../../platform/database/database.js';
import { refusing } from '../../platform/database/refusing.js';
import { assertFresh } from '../../platform/errors/assert-fresh.js';
import { uuidv7 } from '../../platform/uuid.js';
import { BudgetEntity } from './budget.entity.js';
import type { AddBudgetInput } from './budget.type.js';
import { takeIn } from './take-in.js';

export interface BudgetChange {
  amount: string;
  /** null = as before. */
  reservationDays?: number | null;
}

/** What units may spend on orders. */
@Injectable()
export class Budgets {
  constructor(
    private readonly database: Database,
    private readonly audit: Audit,
  ) {}

  /** @throws {DomainError} When the viewer may not, the amount or dates are wrong, or another budget holds on a day of it. */
  add(act: Act, { unitId, name, from, to, amount, reservationDays }: AddBudgetInput): Promise<BudgetEntity> {
    return this.database.transaction(async (tx) => {
      // Whoever books waits, so that nothing is held elsewhere meanwhile.
      await tx.query('LOCK TABLE budget IN EXCLUSIVE MODE');
      const unit = await tx.findOneBy(BusinessUnitEntity, { id: unitId, endedAt: IsNull() });
      if (!unit) throw new DomainError('UNKNOWN_UNIT', 'There is no such unit, or it has ended.', ['unitId']);
      assertCanSetBudget(act.viewer, unit);
      assertDatesInOrder(from, to);
      const { currency } = await tx.findOneByOrFail(EnterpriseEntity, { only: true });
      assertBudgetAmount(amount, currency);
      const budget = tx.create(BudgetEntity, {
        id: uuidv7(act.at),
        unitId,
        name: name.trim(),
        fromDate: from,
        toDate: to,
        currency,
        amount,
        reserved: '0',
        committed: '0',
        spent: '0',
        overrun: '0',
        reservationDays: reservationDays ?? 30,
        version: 1,
      });
      const overlaps = new DomainError('OVERLAPS', `${unit.name} has a budget on some of these days already.`, [
        'from',
      ]);
      await refusing('budget_one_at_a_time_excl', overlaps, () => tx.insert(BudgetEntity, budget));
      await this.audit.record(tx, act, 'budget.added', { type: 'budget', id: budget.id }, null, budget);
      await takeIn(tx, act, budget);
      return tx.findOneByOrFail(BudgetEntity, { id: budget.id });
    });
  }

  /** @throws {DomainError} When the viewer may not, somebody changed it, or it would be below what is used. */
  change(
    act: Act,
    id: string,
    version: number,
    { amount, reservationDays = null }: BudgetChange,
  ): Promise<BudgetEntity> {
    return this.database.transaction(async (tx) => {
      const lock = { mode: 'for_no_key_update' } as const;
      const budget = isUUID(id) ? await tx.findOne(BudgetEntity, { where: { id }, lock }) : null;
      if (!budget || !canSeeBudget(act.viewer, budget.unitId))
        throw new DomainError('NOT_FOUND', 'There is no such budget.', ['id']);
      assertCanSetBudget(act.viewer, await tx.findOneByOrFail(BusinessUnitEntity, { id: budget.unitId }));
      assertFresh(budget, version);
      assertBudgetAmount(amount, budget.currency);
      assertCoversUse(budget, amount);
      const change = { ...act, reason: reasonOf(act.reason ?? '') };
      const before = { ...budget };
      const days = reservationDays ?? budget.reservationDays;
      assertReservationDays(days);
      const changed = {
        amount,
        reservationDays: days,
        version: version + 1,
        overrun: overrunOf({ ...budget, amount }),
      };
      Object.assign(budget, changed);
      await tx.update(BudgetEntity, { id }, changed);
      await this.audit.record(tx, change, 'budget.changed', { type: 'budget', id }, before, budget);
      return budget;
    });
  }
}
