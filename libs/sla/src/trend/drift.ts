import { assertDuration, assertFinite, assertInstant, assertOneOf, assertRecord } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { InputError } from '../foundation/input-error.js';
import { assertEnough, mannKendall } from './mann-kendall.js';
import { theilSen } from './theil-sen.js';

export interface DriftOptions {
  /** The instant of the first value, and how far the values are apart; epoch milliseconds, and milliseconds. */
  readonly from: number;
  readonly stepMs: number;
  /** The value that must not be passed. */
  readonly limit: number;
  /** In which direction it gets worse. */
  readonly worse: 'falling' | 'rising';
  /** How surely the interval holds the day of passing. Default 0.9. */
  readonly confidence?: number;
}

/** When a series passes its limit if it goes on as it does. */
export interface Passing {
  readonly at: number;
  readonly earliest: number;
  /** null: at the slowest pace that fits, never. */
  readonly latest: number | null;
}

export interface Drift {
  /** How likely a series without a trend gets so much worse. Compare many by {@link believed}. */
  readonly p: number;
  /** Per step; negative = falling. */
  readonly slope: number;
  /** What the trend says of the last value. */
  readonly level: number;
  /** null where it does not get worse, or the limit is passed already. */
  readonly passing: Passing | null;
  readonly explanation: readonly Step[];
}

/**
 * Whether a series slowly gets worse, and when it passes its limit: Mann–Kendall for the whether, allowing for
 * autocorrelation, and Theil–Sen for the pace.
 *
 * @param values At even steps, oldest first, 10 at least; a series with holes is told by those that there are.
 * @throws {InputError} When there are too few values, one is no number, or an option is out of range.
 */
export function driftOf(values: readonly number[], options: DriftOptions): Drift {
  assertEnough(values);
  assertOptions(options);
  const { from, stepMs, limit, worse, confidence = 0.9 } = options;
  const test = mannKendall(values, theilSen(values, null, confidence).slope);
  const line = theilSen(values, Math.sqrt(test.variance * test.correction), confidence);
  const p = worse === 'falling' ? test.pFalling : test.pRising;
  const last = values.length - 1;
  const level = line.intercept + line.slope * last;
  const now = { at: from + last * stepMs, level, stepMs, limit };
  const [fastest, slowest] = worse === 'falling' ? [line.lower, line.upper] : [line.upper, line.lower];
  const passing = passingOf(now, line.slope, fastest, slowest, worse);
  const { s, correction, z } = test;
  const figures = { values: values.length, s, correction: shown(correction), z: shown(z) };
  return {
    p,
    slope: line.slope,
    level,
    passing,
    explanation: [
      step('trend.test', figures, shown(p)),
      step('trend.pace', { lower: shown(line.lower), upper: shown(line.upper), stepMs }, shown(line.slope)),
      step('trend.passing', { level: shown(level), limit: shown(limit) }, passing ? { ...passing } : null),
    ],
  };
}

function assertOptions(options: DriftOptions): void {
  assertRecord('options', options);
  assertInstant('options.from', options.from);
  assertDuration('options.stepMs', options.stepMs);
  if (options.stepMs === 0) throw new InputError('OUT_OF_RANGE', 'options.stepMs', 0, 'must be more than 0');
  assertFinite('options.limit', options.limit);
  assertOneOf('options.worse', options.worse, ['falling', 'rising']);
  const { confidence } = options;
  if (confidence === undefined || (Number.isFinite(confidence) && confidence > 0 && confidence < 1)) return;
  throw new InputError('OUT_OF_RANGE', 'options.confidence', confidence, 'must lie between 0 and 1');
}

interface Now {
  readonly at: number;
  readonly level: number;
  readonly stepMs: number;
  readonly limit: number;
}

function passingOf(
  now: Now,
  slope: number,
  fastest: number,
  slowest: number,
  worse: DriftOptions['worse'],
): Passing | null {
  const left = worse === 'falling' ? now.level - now.limit : now.limit - now.level;
  const at = (pace: number): number | null => {
    const speed = worse === 'falling' ? -pace : pace;
    const steps = left / speed;
    return speed > 0 && steps < MOST_STEPS ? Math.round(now.at + steps * now.stepMs) : null;
  };
  const expected = at(slope);
  if (left <= 0 || expected === null) return null;
  return { at: expected, earliest: at(fastest) ?? expected, latest: at(slowest) };
}

/** Further away than this is never. */
const MOST_STEPS = 10_000;

const shown = (value: number): string => value.toPrecision(6);
