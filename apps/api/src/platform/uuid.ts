import { AsyncLocalStorage } from 'node:async_hooks';
import { v7 } from 'uuid';

/** Where ids come from instead of chance and the clock, for work that has to come out the same each time. */
export interface IdSource {
  /** 16 bytes. */
  random(): Uint8Array;
  /** For ids that are made without an instant. */
  now(): Date;
}

interface Sequence {
  made: number;
  source?: IdSource;
}

const ofProcess: Sequence = { made: 0 };
const chosen = new AsyncLocalStorage<Sequence>();

/**
 * A new id: time-ordered, so that new rows stand together in their indexes,
 * and among those of one instant in the order in which this process made them.
 */
export function uuidv7(at?: Date): string {
  const sequence = chosen.getStore() ?? ofProcess;
  const { source } = sequence;
  sequence.made = (sequence.made + 1) % 2 ** 31;
  const instant = at ?? source?.now() ?? new Date();
  return v7({ msecs: instant.getTime(), seq: sequence.made, ...(source && { random: source.random() }) });
}

/** Ids that `work` makes, and whatever it waits for, come from `source`; everybody else's come from chance as before. */
export function withIdsFrom<T>(source: IdSource, work: () => T): T {
  return chosen.run({ made: 0, source }, work);
}
