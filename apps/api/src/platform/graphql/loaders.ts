import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import DataLoader from 'dataloader';
import type { EntityManager } from 'typeorm';
import type { PublicAct } from '../act/act.js';
import type { GraphContext } from './graph-context.js';

/** What a batch may read: the database, and as whom. */
export interface LoaderScope {
  manager: EntityManager;
  act: PublicAct;
}

/** How to fetch many at once: answers in the order of the keys, with `undefined` or null where there is none. */
export interface LoaderDefinition<K, V> {
  batch(keys: readonly K[], scope: LoaderScope): Promise<readonly (V | Error)[]>;
}

/** Declares a loader; a noun keeps its own in `*.loader.ts` as constants. */
export function defineLoader<K, V>(batch: LoaderDefinition<K, V>['batch']): LoaderDefinition<K, V> {
  return { batch };
}

/**
 * Batches go out in rounds, the next when every answer of the last is in. What is asked for in one round is one
 * statement, whichever answer came first: a page takes the same statements every time.
 */
class Rounds {
  private waiting: (() => void)[] = [];
  private open = 0;

  readonly schedule = (send: () => void): void => {
    this.waiting.push(send);
    this.soon();
  };

  async answer<T>(batch: () => Promise<T>): Promise<T> {
    this.open += 1;
    try {
      return await batch();
    } finally {
      this.open -= 1;
      this.soon();
    }
  }

  /** After everything that can ask without waiting for an answer has asked. */
  private soon(): void {
    void Promise.resolve().then(() => process.nextTick(() => this.send()));
  }

  private send(): void {
    if (this.open > 0) return;
    for (const send of this.waiting.splice(0)) send();
  }
}

/** The loaders of one request, each made when first asked for. */
export class Loaders {
  private readonly made = new Map<object, DataLoader<unknown, unknown>>();
  private readonly rounds = new Rounds();

  constructor(private readonly scope: LoaderScope) {}

  load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V> {
    return this.of(definition).load(key);
  }

  private of<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V> {
    const made = this.made.get(definition) as DataLoader<K, V> | undefined;
    if (made) return made;
    const { rounds, scope } = this;
    const loader = new DataLoader<K, V>((keys) => rounds.answer(() => definition.batch(keys, scope)), {
      batchScheduleFn: rounds.schedule,
    });
    this.made.set(definition, loader as DataLoader<unknown, unknown>);
    return loader;
  }
}

/** The loaders of the request, as a resolver's parameter. */
export const CurrentLoaders = createParamDecorator(
  (_: unknown, context: ExecutionContext): Loaders => context.getArgByIndex<GraphContext>(2).loaders,
);
