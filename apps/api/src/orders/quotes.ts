import { Injectable } from '@nestjs/common';
export interface Quote {
  budget: { unitId: string; left: string; currency: string } | null;
  approverIds: string[];
  teamId: string | null;
}
@Injectable()
export class Quotes {
  of(..._: unknown[]): Promise<never> {
    throw new Error('soon');
  }
}
