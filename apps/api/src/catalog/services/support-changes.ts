import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

/** Does something in the same transaction, such as asking for a judgement later. */
export type SupportListener = (tx: EntityManager) => Promise<unknown>;

/** Tells whoever judges what services rest on that one rests on others now. The catalog knows none of them. */
@Injectable()
export class SupportChanges {
  private readonly listeners: SupportListener[] = [];

  listen(listener: SupportListener): void {
    this.listeners.push(listener);
  }

  async tell(tx: EntityManager): Promise<void> {
    for (const listener of this.listeners) await listener(tx);
  }
}
