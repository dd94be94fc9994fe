import { v7 } from 'uuid';
import { Followed } from './followed.js';

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
const chosen = new Followed<Sequence>();

/**
 * A new id: time-ordered, so that new rows stand together in their indexes,
 * and among those of one instant in the order in which this process made them.
 */
export function uuidv7(at?: Date): string {
  const sequence = chosen.value ?? ofProcess;
  const { source } = sequence;
  sequence.made = (sequence.made + 1) % 2 ** 31;
  const instant = at ?? source?.now() ?? new Date();
  return v7({ msecs: instant.getTime(), seq: sequence.made, ...(source && { random: source.random() }) });
}

/** Ids that `work` makes, and whatever it waits for, come from `source`; everybody else's come from chance as before. */
export function withIdsFrom<T>(source: IdSource, work: () => Promise<T>): Promise<T> {
  return chosen.during({ made: 0, source }, work);
}
