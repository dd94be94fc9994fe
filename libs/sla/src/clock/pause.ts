import { assertInstant } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import { type Interval, unite } from '../foundation/interval.js';

/** A stretch in which a clock stands still. `to: null` is a pause that has not ended. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
}

const NONE: readonly Interval[] = [];

/**
 * Pauses as disjoint intervals in order. One that has not ended lasts until `openEndAt`.
 *
 * @throws {InputError} When a pause ends before it begins.
 */
export function closedPauses(pauses: readonly Pause[], openEndAt: number): readonly Interval[] {
  if (pauses.length === 0) return NONE;
  pauses.forEach(({ from, to }, i) => {
    assertInstant(`pauses[${i}].from`, from);
    if (to === null) return;
    assertInstant(`pauses[${i}].to`, to);
    if (to < from) throw new InputError('EMPTY_INTERVAL', `pauses[${i}].to`, to, 'must not lie before `from`');
  });
  return unite(pauses.map(({ from, to }) => ({ from, to: to ?? openEndAt })));
}
