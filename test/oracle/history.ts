import fc from 'fast-check';

/** What happens to a service, in the order in which Accord hears of it. Instants are epoch milliseconds. */
export interface History {
  readonly terms: HistoryTerms;
  readonly steps: readonly Step[];
}

/** What is promised of the service: good of total, a percentile, and availability by probes and by outages. */
export interface HistoryTerms {
  readonly timeZone: string;
  /** Of a second agreement, which promises the same in the days of another place. */
  readonly otherZone: string;
  readonly isOffice: boolean;
  readonly missingData: 'ignore' | 'good' | 'bad';
  readonly excludedTime: 'removed' | 'countsAsUp';
  readonly coverageFloor: string;
  readonly shortestOutageMs: number;
  readonly longestHoldMs: number | null;
}

export type Step =
  | { readonly kind: 'counts'; readonly rows: readonly CountRow[] }
  | { readonly kind: 'values'; readonly rows: readonly ValuesRow[] }
  | { readonly kind: 'probes'; readonly source: string; readonly rows: readonly ProbeRow[] }
  | {
      readonly kind: 'correction';
      readonly of: 'counts' | 'values' | 'probes';
      readonly pick: number;
      readonly good: number;
    }
  | { readonly kind: 'outage'; readonly from: number; readonly to: number }
  | { readonly kind: 'outageEnded'; readonly pick: number }
  | { readonly kind: 'maintenance'; readonly from: number; readonly to: number }
  | { readonly kind: 'exclusion'; readonly pick: number; readonly from: number; readonly to: number }
  | { readonly kind: 'closing'; readonly period: string }
  | { readonly kind: 'restatement'; readonly pick: number }
  | { readonly kind: 'judging' };

export interface CountRow {
  readonly from: number;
  readonly to: number;
  readonly good: number;
  readonly total: number;
}

/** What was seen in an interval, in milliseconds. */
export interface ValuesRow {
  readonly from: number;
  readonly to: number;
  readonly values: readonly number[];
}

export interface ProbeRow {
  readonly at: number;
  readonly up: boolean;
}

const MINUTE = 60_000;
const DAY = 1440;

/** Around the ends of months, and the last week, where burn rates are looked at: there things meet. */
const DAYS = [
  '2026-01-30',
  '2026-01-31',
  '2026-02-01',
  '2026-02-02',
  '2026-02-28',
  '2026-03-01',
  '2026-03-09',
  '2026-03-14',
];

const instant = fc
  .tuple(fc.constantFrom(...DAYS), fc.nat(DAY - 1))
  .map(([day, minute]) => Date.parse(day) + minute * MINUTE);

/** On the hour or half hour too, where runs of hours and days begin and end. */
const edge = fc.oneof(
  instant,
  instant.map((at) => at - (at % (30 * MINUTE))),
);

const stretch = fc
  .tuple(edge, fc.constantFrom(1, 20, 60, 95, 300, DAY, 2 * DAY))
  .map(([from, minutes]) => ({ from, to: from + minutes * MINUTE }));

const counts = fc
  .record({
    from: edge,
    every: fc.constantFrom(5, 7, 30, 60, 90, DAY),
    rows: fc.array(fc.record({ gap: fc.constantFrom(0, 0, 0, 0, 0, 3), good: fc.nat(50), bad: fc.nat(3) }), {
      minLength: 1,
      maxLength: 60,
    }),
  })
  .map(({ from, every, rows }): Step => {
    let at = from;
    const counted = rows.map(({ gap, good, bad }) => {
      const begins = at + gap * MINUTE;
      at = begins + every * MINUTE;
      return { from: begins, to: at, good, total: good + bad };
    });
    return { kind: 'counts', rows: counted };
  });

const values = fc
  .record({
    from: edge,
    every: fc.constantFrom(7, 30, 60, DAY),
    rows: fc.array(
      fc.record({
        gap: fc.constantFrom(0, 0, 0, 0, 3),
        values: fc.array(fc.oneof(fc.constantFrom(0, 100, 299, 305), fc.integer({ min: 1, max: 400 })), {
          maxLength: 8,
        }),
      }),
      { minLength: 1, maxLength: 40 },
    ),
  })
  .map(({ from, every, rows }): Step => {
    let at = from;
    const seen = rows.map(({ gap, values: own }) => {
      const begins = at + gap * MINUTE;
      at = begins + every * MINUTE;
      return { from: begins, to: at, values: own };
    });
    return { kind: 'values', rows: seen };
  });

const probes = fc
  .record({
    source: fc.constantFrom('one', 'one', 'one', 'other'),
    from: edge,
    every: fc.constantFrom(1, 5, 5, 13, 60),
    runs: fc.array(fc.tuple(fc.integer({ min: 1, max: 40 }), fc.boolean(), fc.constantFrom(0, 0, 25)), {
      minLength: 1,
      maxLength: 4,
    }),
  })
  .map(({ source, from, every, runs }): Step => {
    let at = from;
    const rows = runs.flatMap(([length, up, pause]) => {
      at += pause * MINUTE;
      return Array.from({ length }, () => ({ at: (at += every * MINUTE), up }));
    });
    return { kind: 'probes', source, rows };
  });

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: counts },
  { weight: 4, arbitrary: values },
  { weight: 6, arbitrary: probes },
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('correction' as const),
      of: fc.constantFrom('counts' as const, 'values' as const, 'probes' as const),
      pick: fc.nat(),
      good: fc.nat(50),
    }),
  },
  { weight: 2, arbitrary: stretch.map((time): Step => ({ kind: 'outage', ...time })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('outageEnded' as const), pick: fc.nat() }) },
  { weight: 2, arbitrary: stretch.map((time): Step => ({ kind: 'maintenance', ...time })) },
  {
    weight: 2,
    arbitrary: fc.tuple(stretch, fc.nat()).map(([time, pick]): Step => ({ kind: 'exclusion', pick, ...time })),
  },
  { weight: 1, arbitrary: fc.constantFrom('2026-01', '2026-02').map((period): Step => ({ kind: 'closing', period })) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('restatement' as const), pick: fc.nat() }) },
  { weight: 3, arbitrary: fc.constant<Step>({ kind: 'judging' }) },
);

const zone = fc.constantFrom('Etc/UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/New_York', 'Australia/Lord_Howe');

export const histories: fc.Arbitrary<History> = fc.record({
  terms: fc.record({
    timeZone: zone,
    otherZone: zone,
    isOffice: fc.boolean(),
    missingData: fc.constantFrom('ignore' as const, 'good' as const, 'bad' as const),
    excludedTime: fc.constantFrom('removed' as const, 'countsAsUp' as const),
    coverageFloor: fc.constantFrom('0', '2'),
    shortestOutageMs: fc.constantFrom(0, 10 * MINUTE, 45 * MINUTE),
    longestHoldMs: fc.constantFrom(null, 5 * MINUTE, 20 * MINUTE, 90 * MINUTE),
  }),
  steps: fc.array(step, { minLength: 3, maxLength: 16 }),
});
