import type { ServiceSlug } from './services.js';

/** What a machine measures of a service day by day: around which value the others lie, and how far apart. */
export interface ValueHabit {
  service: ServiceSlug;
  series: string;
  unit: string;
  source: string;
  /** How many of a day it looks at. */
  about: number;
  median: number;
  /** Standard deviation of the logarithm: of times to answer a few are many times as long as most. */
  spread: number;
  /** Medians of months in which it was otherwise. */
  months?: Readonly<Record<number, number>>;
}

export const VALUES: readonly ValueHabit[] = [
  {
    service: 'online-store',
    series: 'checkouts',
    unit: 's',
    source: 'Store gateway',
    about: 180,
    median: 0.84,
    spread: 0.45,
    months: { 9: 1.0, 13: 0.93 },
  },
];
