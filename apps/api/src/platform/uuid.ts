import { v7 } from 'uuid';

/** A new id: time-ordered, so that new rows stand together in their indexes. */
export function uuidv7(at?: Date): string {
  return at ? v7({ msecs: at.getTime() }) : v7();
}
