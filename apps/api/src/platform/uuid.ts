import { v7 } from 'uuid';

let made = 0;

/**
 * A new id: time-ordered, so that new rows stand together in their indexes,
 * and among those of one instant in the order in which this process made them.
 */
export function uuidv7(at: Date = new Date()): string {
  made = (made + 1) % 2 ** 31;
  return v7({ msecs: at.getTime(), seq: made });
}
