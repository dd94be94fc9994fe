import { type Curve, curveAt } from './curve.js';
import { Fraction, type FractionLike, sumOf } from './fraction.js';

/** Where a result lies between the value that earns nothing and the one that earns all; floor above target: less is better. */
export interface AttainmentScale {
  /** Attainment 0. */
  readonly floor: FractionLike;
  /** Attainment 100. */
  readonly target: FractionLike;
}

/**
 * How far a result came from floor to target, in percent; below 0 and above 100 where it lies beyond them.
 *
 * @throws {RangeError} When floor and target are equal.
 */
export function attainmentOf(result: FractionLike, { floor, target }: AttainmentScale): Fraction {
  return Fraction.of(result).minus(floor).times(100).over(Fraction.of(target).minus(floor));
}

export interface AttainedMeasure {
  readonly weight: FractionLike;
  /** Percent; null = without data: left out, so that the others' weights grow. */
  readonly attainment: FractionLike | null;
}

/** PF = Σ weight · paid ÷ Σ weight, in percent; null when nothing has data. */
export function performanceFactor(curve: Curve, measures: readonly AttainedMeasure[]): Fraction | null {
  const counted = measures.filter(({ attainment }) => attainment !== null);
  const weights = sumOf(counted.map(({ weight }) => Fraction.of(weight)));
  if (weights.compare(0) === 0) return null;
  const paid = counted.map(({ weight, attainment }) => curveAt(curve, attainment!).times(weight));
  return sumOf(paid).over(weights);
}
