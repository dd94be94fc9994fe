/** A fraction, a whole number, or the text of a decimal ("98.5") or of a fraction ("3/7"). */
export type FractionLike = Fraction | bigint | number | string;

const TEXT = /^(-?\d+)(?:\.(\d+))?(?:\/(\d+))?$/;

/** An exact fraction in lowest terms. Its denominator is above 0. */
export class Fraction {
  private constructor(
    readonly numerator: bigint,
    readonly denominator: bigint,
  ) {}

  /** @throws {RangeError} When it is no such text, or is divided by 0. */
  static of(value: FractionLike): Fraction {
    if (value instanceof Fraction) return value;
    const [, whole, decimals = '', divisor = '1'] = TEXT.exec(String(value)) ?? [];
    if (whole === undefined) throw new RangeError(`"${value}" is no decimal and no fraction`);
    return Fraction.ratio(BigInt(whole + decimals), BigInt(divisor) * 10n ** BigInt(decimals.length));
  }

  /** @throws {RangeError} When it is divided by 0. */
  static ratio(numerator: bigint, denominator: bigint): Fraction {
    if (denominator === 0n) throw new RangeError('nothing can be divided by 0');
    const sign = denominator < 0n ? -1n : 1n;
    const divisor = greatestCommonDivisor(numerator, denominator) * sign;
    return new Fraction(numerator / divisor, denominator / divisor);
  }

  plus(other: FractionLike): Fraction {
    const { numerator, denominator } = Fraction.of(other);
    return Fraction.ratio(this.numerator * denominator + numerator * this.denominator, this.denominator * denominator);
  }

  minus(other: FractionLike): Fraction {
    return this.plus(Fraction.of(other).times(-1));
  }

  times(other: FractionLike): Fraction {
    const { numerator, denominator } = Fraction.of(other);
    return Fraction.ratio(this.numerator * numerator, this.denominator * denominator);
  }

  /** @throws {RangeError} When it is divided by 0. */
  over(other: FractionLike): Fraction {
    const { numerator, denominator } = Fraction.of(other);
    return Fraction.ratio(this.numerator * denominator, this.denominator * numerator);
  }

  /** Below 0 when this is the smaller one, 0 when both are equal, above 0 when it is the larger one. */
  compare(other: FractionLike): number {
    const { numerator } = this.minus(other);
    return numerator < 0n ? -1 : numerator > 0n ? 1 : 0;
  }

  /** The largest whole number that is not larger. */
  floor(): bigint {
    const quotient = this.numerator / this.denominator;
    return this.numerator < 0n && quotient * this.denominator !== this.numerator ? quotient - 1n : quotient;
  }

  /** The nearest whole number; halves up. */
  round(): bigint {
    return this.plus(Fraction.ratio(1n, 2n)).floor();
  }

  /** As a decimal for people: exact where ten decimals are enough, else rounded to them, halves up. */
  toString(): string {
    return decimalText(this.times(10n ** 10n).round(), 10).replace(/\.?0+$/, '');
  }
}

/** Whole units of the last decimal as a decimal: 825000 with 2 is "8250.00". */
export function decimalText(units: bigint, decimals: number): string {
  const digits = String(units < 0n ? -units : units).padStart(decimals + 1, '0');
  const point = digits.length - decimals;
  const text = decimals === 0 ? digits : `${digits.slice(0, point)}.${digits.slice(point)}`;
  return units < 0n ? `-${text}` : text;
}

/** @returns The sum; 0 of nothing. */
export const sumOf = (fractions: readonly Fraction[]): Fraction =>
  fractions.reduce((sum, fraction) => sum.plus(fraction), Fraction.of(0));

/** The smaller one. */
export const lesser = (one: Fraction, other: Fraction): Fraction => (one.compare(other) <= 0 ? one : other);

function greatestCommonDivisor(a: bigint, b: bigint): bigint {
  let [one, other] = [a < 0n ? -a : a, b < 0n ? -b : b];
  while (other !== 0n) [one, other] = [other, one % other];
  return one === 0n ? 1n : one;
}
