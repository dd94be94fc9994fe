import { budgetReach, canSeeBudget } from '@accord/domain';
import { Injectable } from '@nestjs/common';
import { isUUID } from 'class-validator';
import { In } from 'typeorm';
import type { Act } from '../../platform/act/act.js';
import { Database } from '../../platform/database/database.js';
import { pageSize, readCursor, toConnection } from '../../platform/graphql/page.js';
import { BudgetEntryEntity } from './budget-entry.entity.js';
import { BudgetEntity } from './budget.entity.js';

/** An entry with the currency of its budget. */
export type BudgetEntryRow = BudgetEntryEntity & { currency: string };

/** Reads budgets, as far as the viewer answers for them or looks after them. */
@Injectable()
export class BudgetLists {
  constructor(private readonly database: Database) {}

  /** Newest first. */
  all({ viewer }: Act): Promise<BudgetEntity[]> {
    const reach = budgetReach(viewer);
    return this.database.read.find(BudgetEntity, {
      where: reach === 'all' ? {} : { unitId: In([...reach]) },
      order: { fromDate: 'DESC', id: 'DESC' },
    });
  }

  async one({ viewer }: Act, id: string): Promise<BudgetEntity | null> {
    const budget = isUUID(id) ? await this.database.read.findOneBy(BudgetEntity, { id }) : null;
    return budget && canSeeBudget(viewer, budget.unitId) ? budget : null;
  }

  /** Newest first; none for who may not see the budget, such as an approver, who sees only where it stands. */
  async entries({ viewer }: Act, budget: BudgetEntity, first: number, after: string | null) {
    if (!canSeeBudget(viewer, budget.unitId)) return toConnection<BudgetEntryRow>([], 0, () => []);
    const size = pageSize(first);
    const entries = this.database.read
      .createQueryBuilder(BudgetEntryEntity, 'entry')
      .where('entry.budgetId = :id', { id: budget.id });
    if (after) entries.andWhere('entry.id < :after', { after: readCursor(after, ['uuid'])[0] });
    // Ids begin with their instant, so their order is that of time.
    const rows = await entries
      .orderBy('entry.id', 'DESC')
      .limit(size + 1)
      .getMany();
    const { currency } = budget;
    return toConnection<BudgetEntryRow>(
      rows.map((row) => ({ ...row, currency })),
      size,
      ({ id }) => [id],
    );
  }
}
