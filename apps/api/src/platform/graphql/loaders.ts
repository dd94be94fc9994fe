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

/** The loaders of one request, each made when first asked for. */
export class Loaders {
  private readonly made = new Map<object, DataLoader<unknown, unknown>>();

  constructor(private readonly scope: LoaderScope) {}

  load<K, V>(definition: LoaderDefinition<K, V>, key: K): Promise<V> {
    return this.of(definition).load(key);
  }

  private of<K, V>(definition: LoaderDefinition<K, V>): DataLoader<K, V> {
    const made = this.made.get(definition) as DataLoader<K, V> | undefined;
    if (made) return made;
    const loader = new DataLoader<K, V>((keys) => definition.batch(keys, this.scope));
    this.made.set(definition, loader as DataLoader<unknown, unknown>);
    return loader;
  }
}

/** The loaders of the request, as a resolver's parameter. */
export const CurrentLoaders = createParamDecorator(
  (_: unknown, context: ExecutionContext): Loaders => context.getArgByIndex<GraphContext>(2).loaders,
);
