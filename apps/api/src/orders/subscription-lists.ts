import { Injectable } from '@nestjs/common';
@Injectable()
export class SubscriptionLists {
  page(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
