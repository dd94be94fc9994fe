/**
 * How likely a standard normal value is to lie above `z`.
 *
 * By the continued Chebyshev fit of erfc of Press et al., "Numerical Recipes in C", 2nd edition, section 6.2; relative
 * error below 1.2e-7 everywhere.
 */
export function upperTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const polynomial = COEFFICIENTS.reduceRight((sum, coefficient) => sum * t + coefficient, 0);
  const tail = (t * Math.exp(-x * x + polynomial)) / 2;
  return z >= 0 ? tail : 1 - tail;
}

const COEFFICIENTS = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
];

/** The standard normal value above which a share of them lies; found by halving, to 1e-9. @param share 0 to 1, both exclusive. */
export function normalQuantile(share: number): number {
  let [low, high] = [-40, 40];
  while (high - low > 1e-9) {
    const middle = (low + high) / 2;
    if (upperTail(middle) > share) low = middle;
    else high = middle;
  }
  return (low + high) / 2;
}
