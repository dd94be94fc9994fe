import { Injectable } from '@nestjs/common';
@Injectable()
export class Submissions {
  submit(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
