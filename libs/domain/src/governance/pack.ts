import { Decimal } from 'decimal.js';
import type { LocalDay } from '../agreements/local-day.js';
import { minorUnitDigits } from '../currency.js';
import type { PeriodId } from '../performance/period-id.js';
import type { Verdict } from '../performance/verdict.js';
import type { KPIState } from './kpi-score.js';
import type { ScorecardVerdict } from './scorecard.js';

/** `provider`: what the provider reads; `internal`: the same and what concerns the enterprise alone. */
export const PACK_EDITIONS = ['internal', 'provider'] as const;
export type PackEdition = (typeof PACK_EDITIONS)[number];

export interface FrozenMoney {
  readonly amount: string;
  readonly currency: string;
}

/** A result as a pack keeps it. */
export interface PackedResult {
  readonly resultId: string;
  readonly period: PeriodId;
  readonly revision: number;
  /** Percent as shown; null without data. */
  readonly figure: string | null;
  readonly numerator: string;
  readonly denominator: string;
  readonly verdict: Verdict;
}

export interface PackedKPI {
  readonly name: string;
  readonly commitmentId: string;
  readonly commitmentName: string;
  readonly serviceName: string;
  readonly weight: string;
  readonly floor: string;
  readonly target: string;
  readonly state: KPIState;
  /** Percent as shown. */
  readonly actual: string | null;
  readonly score: string | null;
  readonly results: readonly PackedResult[];
}

export interface PackedBreach {
  readonly breachId: string;
  /** The revision that missed. */
  readonly resultId: string;
  readonly revision: number;
  readonly commitmentName: string;
  readonly serviceName: string;
  readonly period: PeriodId;
  readonly figure: string | null;
  readonly target: string;
  readonly credit: FrozenMoney | null;
}

export interface PackedAction {
  readonly what: string;
  readonly owner: string;
  readonly due: LocalDay;
  readonly done: boolean;
}

/** What the enterprise owes its customers and can take back from the provider, in one currency. */
export interface Exposure {
  readonly currency: string;
  readonly owed: string;
  readonly recoverable: string;
  /** owed − recoverable; negative when more comes back than goes out. */
  readonly exposure: string;
}

/** Everything that a pack says. Of the provider edition, `exposures` and `promisesMissed` are empty. */
export interface PackContent {
  readonly schema: 'accord.pack/1';
  readonly edition: PackEdition;
  readonly provider: { readonly id: string; readonly name: string };
  readonly period: PeriodId;
  /** ISO 8601. */
  readonly asOf: string;
  readonly scorecard: {
    readonly versionId: string;
    readonly number: number;
    readonly effectiveFrom: LocalDay;
    readonly minimumCoverage: string;
  };
  readonly verdict: ScorecardVerdict;
  readonly score: string | null;
  readonly coverage: string;
  readonly kpis: readonly PackedKPI[];
  readonly breaches: readonly PackedBreach[];
  readonly actions: readonly PackedAction[];
  readonly exposures: readonly Exposure[];
  /** Promises to customers that were missed on services which rely on the provider. */
  readonly promisesMissed: readonly PackedBreach[];
}

/** An action, and whether its owner is one of the provider's people. */
export interface GatheredAction extends PackedAction {
  readonly isProviders: boolean;
}

/** What was gathered for a pack, before it is known who reads it. */
export interface GatheredPack extends Omit<PackContent, 'schema' | 'edition' | 'actions' | 'exposures'> {
  readonly actions: readonly GatheredAction[];
}

/**
 * One edition of what was gathered. The provider reads its own results, breaches and actions; what others were promised,
 * what the enterprise owes, and what its people do stays inside.
 */
export function editionOf(gathered: GatheredPack, edition: PackEdition): PackContent {
  const inside = edition === 'internal';
  const actions = gathered.actions.filter(({ isProviders }) => inside || isProviders);
  return {
    ...gathered,
    schema: 'accord.pack/1',
    edition,
    actions: actions.map(({ what, owner, due, done }) => ({ what, owner, due, done })),
    exposures: inside ? exposuresOf(gathered) : [],
    promisesMissed: inside ? gathered.promisesMissed : [],
  };
}

/** The results of everything that an edition tells, each once: those of KPIs, and those of breaches that are none. */
export function resultsIn({
  kpis,
  breaches,
  promisesMissed,
}: Pick<PackContent, 'kpis' | 'breaches' | 'promisesMissed'>) {
  const results = [...kpis.flatMap((kpi) => kpi.results), ...breaches, ...promisesMissed];
  return [...new Set(results.map(({ resultId }) => resultId))];
}

/** Credits owed to customers against credits recoverable from the provider, by currency. */
function exposuresOf({ promisesMissed, breaches }: GatheredPack): Exposure[] {
  const [owed, recoverable] = [creditsOf(promisesMissed), creditsOf(breaches)];
  const currencies = [...new Set([...owed.keys(), ...recoverable.keys()])].sort();
  return currencies.map((currency) => {
    const [out, back] = [owed.get(currency) ?? new Decimal(0), recoverable.get(currency) ?? new Decimal(0)];
    const told = (amount: Decimal) => amount.toFixed(minorUnitDigits(currency));
    return { currency, owed: told(out), recoverable: told(back), exposure: told(out.minus(back)) };
  });
}

function creditsOf(breaches: readonly PackedBreach[]): Map<string, Decimal> {
  const sums = new Map<string, Decimal>();
  for (const { credit } of breaches) {
    if (credit) sums.set(credit.currency, (sums.get(credit.currency) ?? new Decimal(0)).plus(credit.amount));
  }
  return sums;
}
