import { assertInstant } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { Outage } from './evidence.js';

/** An outage with an end: one that still runs ends at what is known. */
export type Closed<Seen extends Outage = Outage> = Omit<Seen, 'to'> & { readonly to: number };

/** Outages as they are known at `asOf`, in order of their start. @throws {InputError} When one ends before it begins. */
export function closedOutages<Seen extends Outage>(
  path: string,
  outages: readonly Seen[],
  asOf: number,
): Closed<Seen>[] {
  return outages
    .map((outage, i) => {
      const { from, to } = outage;
      assertInstant(`${path}[${i}].from`, from);
      if (to !== null) assertInstant(`${path}[${i}].to`, to);
      if (to !== null && to < from)
        throw new InputError('EMPTY_INTERVAL', `${path}[${i}].to`, to, 'must not lie before `from`');
      return { ...outage, to: to ?? Math.max(from, asOf) };
    })
    .sort((a, b) => a.from - b.from);
}
