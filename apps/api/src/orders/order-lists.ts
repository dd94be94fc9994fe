import { Injectable } from '@nestjs/common';
@Injectable()
export class OrderLists {
  page(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
  one(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
