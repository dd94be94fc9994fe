import type { BudgetProjection, BurnRates, ScoreCount } from '@accord/domain';

/** A step as libs/sla wrote it down, as JSON. */
export interface StoredStep {
  readonly rule: string;
  readonly inputs: object;
  readonly result: unknown;
  readonly evidence?: readonly string[];
}

/** What a result keeps of its calculation beside its figures. Instants are epoch milliseconds. */
export interface StoredJudgement {
  readonly burnRates: BurnRates | null;
  /** Of a running period; left out by what was judged before it was told. */
  readonly projection?: BudgetProjection | null;
  readonly burndown: readonly { readonly at: number; readonly leftPercent: string }[];
  /** For availability: the days of the period in its zone. */
  readonly days: readonly {
    readonly date: string;
    readonly downMs: number;
    readonly openMs: number;
    readonly countedMs: number;
    readonly hasData: boolean;
  }[];
  /** Of satisfaction: how often each score of the scale was given; none where there are too few answers. */
  readonly scores: readonly ScoreCount[];
  readonly explanation: readonly StoredStep[];
}
