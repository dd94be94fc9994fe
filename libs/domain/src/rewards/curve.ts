import { Fraction, type FractionLike, lesser } from './fraction.js';

/** What is paid for an attainment, both in percent. */
export interface CurveAnchor {
  readonly attainment: string;
  readonly percent: string;
}

export interface Curve {
  /** By attainment, ascending, each once; at least one. */
  readonly anchors: readonly CurveAnchor[];
  /** Whether the last straight line goes on beyond the last anchor; by default the last anchor holds. */
  readonly extrapolate?: boolean;
  /** The most that is paid; left out = no such bound. */
  readonly cap?: string;
}

/**
 * What the curve pays for an attainment: nothing below the first anchor, on straight lines between anchors.
 *
 * @example
 * const anchors = [{ attainment: '90', percent: '50' }, { attainment: '100', percent: '100' }];
 * String(curveAt({ anchors }, '98')); // '90'
 * String(curveAt({ anchors }, '89.9')); // '0'
 */
export function curveAt({ anchors, extrapolate = false, cap }: Curve, attainment: FractionLike): Fraction {
  const paid = lineAt(anchors, extrapolate, Fraction.of(attainment));
  return cap === undefined ? paid : lesser(paid, Fraction.of(cap));
}

function lineAt(anchors: readonly CurveAnchor[], extrapolate: boolean, attainment: Fraction): Fraction {
  const next = anchors.findIndex((anchor) => attainment.compare(anchor.attainment) < 0);
  if (next === 0) return Fraction.of(0);
  const [from, to] = next < 0 ? anchors.slice(-2) : anchors.slice(next - 1, next + 1);
  if (!to) return Fraction.of(from!.percent);
  if (next < 0 && !extrapolate) return Fraction.of(to.percent);
  const run = Fraction.of(to.attainment).minus(from!.attainment);
  const rise = Fraction.of(to.percent).minus(from!.percent);
  return attainment.minus(from!.attainment).times(rise).over(run).plus(from!.percent);
}
