import { Injectable } from '@nestjs/common';
@Injectable()
export class Budgets {
  add(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
  change(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
