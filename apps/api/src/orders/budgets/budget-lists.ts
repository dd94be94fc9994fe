import { Injectable } from '@nestjs/common';
export interface BudgetEntryRow {
  amount: string;
  currency: string;
  orderId: string;
}
@Injectable()
export class BudgetLists {
  all(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
  one(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
  entries(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
