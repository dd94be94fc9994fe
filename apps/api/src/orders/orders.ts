import { Injectable } from '@nestjs/common';
const soon = (..._: unknown[]): Promise<never> => {
  throw new Error('soon');
};
@Injectable()
export class Orders {
  approve = soon;
  reject = soon;
  start = soon;
  deliver = soon;
  fail = soon;
  accept = soon;
  cancel = soon;
}
