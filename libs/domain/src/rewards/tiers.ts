import { Fraction, type FractionLike, lesser, sumOf } from './fraction.js';

/** From `low`, inclusive, to `high`, exclusive; null = without end. A boundary so belongs to the higher tier. */
export interface Tier {
  readonly low: FractionLike;
  readonly high: FractionLike | null;
  readonly value: FractionLike;
}

/** The value of the tier that holds the amount; 0 below the first, and the last one's above it. */
export function flatRate(tiers: readonly Tier[], amount: FractionLike): Fraction {
  const reached = tiers.filter(({ low }) => Fraction.of(amount).compare(low) >= 0);
  return Fraction.of(reached.at(-1)?.value ?? 0);
}

/** Each part of the amount at the rate of the tier that it lies in. */
export function stepRate(tiers: readonly Tier[], amount: FractionLike): Fraction {
  return sumOf(tiers.map((tier) => within(tier, amount).times(tier.value)));
}

/** Each full tier pays its value, the one in which the amount lies its share of it. @throws {RangeError} Without an end. */
export function interpolatedAmount(tiers: readonly Tier[], amount: FractionLike): Fraction {
  return sumOf(
    tiers.map((tier) => {
      if (tier.high === null) throw new RangeError('a share of a tier without an end is nothing');
      return within(tier, amount).over(Fraction.of(tier.high).minus(tier.low)).times(tier.value);
    }),
  );
}

/** How much of the amount lies in the tier. */
function within({ low, high }: Tier, amount: FractionLike): Fraction {
  const up = high === null ? Fraction.of(amount) : lesser(Fraction.of(amount), Fraction.of(high));
  return up.compare(low) > 0 ? up.minus(low) : Fraction.of(0);
}
