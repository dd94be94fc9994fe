import { Injectable } from '@nestjs/common';
@Injectable()
export class OrderDrafts {
  draft(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
  change(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
