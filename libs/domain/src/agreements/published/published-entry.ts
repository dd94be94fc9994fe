/** Service level terms as a provider publishes them, in the shape of a collection of such terms. */
export interface PublishedEntry {
  readonly id: string;
  readonly provider: string;
  readonly service: string;
  /** What is measured, in words. */
  readonly indicator: string;
  readonly indicator_definition: string | null;
  readonly unit: string;
  readonly window: string;
  readonly target: number;
  readonly comparator: string;
  readonly credit_tiers: readonly PublishedTier[];
  /** What credits are taken of, in words. */
  readonly credit_base: string | null;
  readonly credit_cap: string | null;
  readonly credit_minimum?: { readonly amount: string; readonly currency: string; readonly note?: string | null };
  readonly claim: { readonly deadline: string; readonly how: string; readonly status: string } | null;
  readonly exclusions: readonly string[] | null;
  /** How sure the collection is of what it says. */
  readonly status: string;
  readonly source: { readonly type: string; readonly ref: string };
  readonly notes: string | null;
}

/** Only those of percentages have all three; others say in words, days or options what is paid. */
export interface PublishedTier {
  readonly gte?: number | null;
  readonly lt?: number | null;
  readonly credit_pct?: number;
  readonly [other: string]: unknown;
}
