import { assertInstant, assertList, assertOneOf, assertRecord } from '../foundation/check.js';
import { InputError } from '../foundation/input-error.js';
import type { Clock } from './clock.js';
import type { Pause } from './pause.js';

/** From opening to closing; `to: null` while open. */
export type Cycle = Pause;

/**
 * Which time counts when something done was opened again: only the `first` cycle, the last one from zero (`restart`),
 * all cycles without the closed time between (`resume`), or everything (`neverStopped`).
 */
export type ReopenPolicy = 'first' | 'restart' | 'resume' | 'neverStopped';

/**
 * The part of a clock that its cycles decide; add calendar and target and judge it.
 *
 * @throws {InputError} When there is no cycle, they are not in order, or one but the last is open.
 *
 * @example
 * judgeClock({ calendar, targetMs, ...clockOfCycles(cycles, 'resume'), asOf });
 */
export function clockOfCycles(
  cycles: readonly Cycle[],
  policy: ReopenPolicy = 'resume',
): Pick<Clock, 'startAt' | 'stopAt' | 'pauses'> {
  assertOneOf('policy', policy, ['first', 'restart', 'resume', 'neverStopped']);
  assertCycles(cycles);
  const first = cycles[0]!;
  const last = cycles.at(-1)!;
  if (policy === 'first') return { startAt: first.from, stopAt: first.to, pauses: [] };
  if (policy === 'restart') return { startAt: last.from, stopAt: last.to, pauses: [] };
  return { startAt: first.from, stopAt: last.to, pauses: policy === 'resume' ? closedBetween(cycles) : [] };
}

function closedBetween(cycles: readonly Cycle[]): Pause[] {
  return cycles.slice(1).map(({ from }, i) => ({ from: cycles[i]!.to!, to: from }));
}

function assertCycles(cycles: readonly Cycle[]): void {
  assertList('cycles', cycles);
  if (cycles.length === 0) throw new InputError('MISSING', 'cycles', cycles, 'must hold a cycle');
  cycles.forEach((cycle, i) => assertRecord(`cycles[${i}]`, cycle));
  cycles.forEach(({ from, to }, i) => {
    assertInstant(`cycles[${i}].from`, from);
    if (to !== null) assertInstant(`cycles[${i}].to`, to);
    const next = cycles[i + 1];
    if (to !== null && to < from)
      throw new InputError('EMPTY_INTERVAL', `cycles[${i}].to`, to, 'must not lie before `from`');
    if (next && (to === null || next.from < to)) {
      throw new InputError(
        'OVERLAP',
        `cycles[${i + 1}].from`,
        next.from,
        'must not lie before the end of the cycle before',
      );
    }
  });
}
