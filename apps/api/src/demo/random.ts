import { createHash } from 'node:crypto';

/**
 * Chance that comes out the same for the same seed, drawn from independent streams by name,
 * so that one more draw here changes nothing there.
 */
export class Random {
  private readonly state: Uint32Array;

  constructor(private readonly seed: string) {
    const hash = createHash('sha256').update(seed).digest();
    this.state = Uint32Array.from({ length: 4 }, (_, i) => hash.readUInt32LE(i * 4));
  }

  /** A stream of its own. */
  of(...name: (string | number)[]): Random {
    return new Random([this.seed, ...name].join('/'));
  }

  /** 0 ≤ x < 1; sfc32, which passes PractRand. */
  next(): number {
    const s = this.state as unknown as [number, number, number, number];
    const t = (s[0] + s[1] + s[3]) | 0;
    s[3] = s[3] + 1;
    s[0] = s[1] ^ (s[1] >>> 9);
    s[1] = (s[2] + (s[2] << 3)) | 0;
    s[2] = ((s[2] << 21) | (s[2] >>> 11)) + t;
    return (t >>> 0) / 2 ** 32;
  }

  between(low: number, high: number): number {
    return low + this.next() * (high - low);
  }

  /** A whole number, both ends included. */
  whole(low: number, high: number): number {
    return Math.floor(this.between(low, high + 1));
  }

  chance(probability: number): boolean {
    return this.next() < probability;
  }

  pick<T>(from: readonly T[]): T {
    return from[this.whole(0, from.length - 1)]!;
  }

  /** One of the keys, each as often as its weight says. */
  weighted<K extends string>(weights: Readonly<Record<K, number>>): K {
    const entries = Object.entries(weights) as [K, number][];
    let left = this.next() * entries.reduce((sum, [, weight]) => sum + weight, 0);
    return (entries.find(([, weight]) => (left -= weight) < 0) ?? entries.at(-1)!)[0];
  }

  /** How often something happens that happens `mean` times on average, each time by itself (Knuth; for small means). */
  poisson(mean: number): number {
    const limit = Math.exp(-mean);
    let times = 0;
    for (let product = this.next(); product > limit; product *= this.next()) times += 1;
    return times;
  }

  bytes(length: number): Uint8Array {
    return Uint8Array.from({ length }, () => this.whole(0, 255));
  }
}
