import { assertInstant, assertList, assertRecord, isInstant } from '../foundation/check.js';
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
  assertList('pauses', pauses);
  if (pauses.length === 0) return NONE;
  const closed = pauses.map((pause, i) => {
    if (!isPause(pause)) assertPause(`pauses[${i}]`, pause);
    return { from: pause.from, to: pause.to ?? openEndAt };
  });
  return areApart(closed) ? closed : unite(closed);
}

/** Most logs hold them in order: nothing to unite. */
function areApart(pauses: readonly Interval[]): boolean {
  return pauses.every(({ from, to }, i) => from < to && (i === 0 || from > pauses[i - 1]!.to));
}

function isPause(pause: Pause): boolean {
  if (typeof pause !== 'object' || pause === null) return false;
  const { from, to } = pause;
  return isInstant(from) && (to === null || (isInstant(to) && from <= to));
}

function assertPause(path: string, pause: Pause): void {
  assertRecord(path, pause);
  const { from, to } = pause;
  assertInstant(`${path}.from`, from);
  if (to === null) return;
  assertInstant(`${path}.to`, to);
  throw new InputError('EMPTY_INTERVAL', `${path}.to`, to, 'must not lie before `from`');
}
