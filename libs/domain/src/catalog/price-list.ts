import { Decimal } from 'decimal.js';
import { addDays, type LocalDay } from '../agreements/local-day.js';
import { Exact } from '../exact.js';
import { MONTHS_OF, unitsCost } from './price-cost.js';
import { chargedWhileSuspended, type PlanDefinition, type WhileSuspended } from './plan-definition.js';
import type { PriceComponent } from './price.js';

/** What a plan charges. */
export interface PlanPrices<P extends PriceComponent = PriceComponent> {
  readonly prices: readonly P[];
  /** Whether suspended days are paid as well. What is measured always is. */
  readonly suspendedIsCharged: boolean;
}

/** All prices of a plan from a day on: for new orders, and for those who have the plan already. */
export interface PriceList<P extends PriceComponent = PriceComponent> extends PlanPrices<P> {
  readonly fromDate: LocalDay;
  /** Last day for new orders; null or left out = open. */
  readonly toDate?: LocalDay | null | undefined;
  /** First day on which subscribers pay these prices; null = a newer list came before they reached them. */
  readonly subscribersFrom: LocalDay | null;
  /** Version of the plan that brought it. */
  readonly planVersion: number;
}

/**
 * Whether anybody who has the plan would pay more: for some quantity, some units set aside, or some use.
 * What is paid once is behind them. Each of the three is looked at by itself, so that one that falls never hides another
 * one that rises.
 */
export function pricesRise(before: readonly PriceComponent[], after: readonly PriceComponent[]): boolean {
  const bases = new Set([...before, ...after].filter(({ per }) => per !== null).map(basis));
  return [...bases].some((base) => {
    const ofBase = (prices: readonly PriceComponent[]) => prices.filter((price) => price.per && basis(price) === base);
    const [was, is] = [ofBase(before), ofBase(after)];
    return probes([...was, ...is]).some((units) => yearlyOf(is, units).gt(yearlyOf(was, units)));
  });
}

/** Whether anybody who has the plan would pay more, while it is suspended too. */
function costsMore(before: PlanPrices, after: PlanPrices): boolean {
  return pricesRise(before.prices, after.prices) || (chargesSuspended(after) && !chargesSuspended(before));
}

/** Whether suspended days cost anything. */
export function chargesSuspended({ prices, suspendedIsCharged }: PlanPrices): boolean {
  return suspendedIsCharged && prices.some(({ kind, per }) => per !== null && kind !== 'metered');
}

/**
 * When those who have a plan begin to pay new prices: at once, but no earlier than the notice period after today where
 * they would pay more.
 */
function subscribersFrom({
  rises,
  from,
  today,
  noticeDays,
}: {
  readonly rises: boolean;
  /** First day for new orders. */
  readonly from: LocalDay;
  readonly today: LocalDay;
  readonly noticeDays: number;
}): LocalDay {
  const earliest = rises ? addDays(today, noticeDays) : today;
  return from > earliest ? from : earliest;
}

/** What somebody pays who orders a plan for a day. */
export interface PricesOfDay<P extends PriceComponent = PriceComponent> {
  /** null while the plan has no prices yet. */
  readonly prices: readonly P[] | null;
  /** The first day of the prices that come next; null = none are announced. */
  readonly nextFrom: LocalDay | null;
  /** What comes in their place while somebody has the plan, from the day on which it reaches them; null = nothing. */
  readonly announced: { readonly from: LocalDay; readonly prices: readonly P[] } | null;
}

/** @param lists Those of the plan that were not taken back. */
export function pricesOfDay<P extends PriceComponent>(lists: readonly PriceList<P>[], day: LocalDay): PricesOfDay<P> {
  const sorted = [...lists].sort(byAge);
  const next = sorted.find(({ fromDate }) => fromDate > day) ?? null;
  const reaching = sorted.findLast(({ fromDate, subscribersFrom: from }) => fromDate > day && from !== null);
  return {
    prices: sorted.findLast(({ fromDate }) => fromDate <= day)?.prices ?? null,
    nextFrom: next?.fromDate ?? null,
    announced: reaching ? { from: reaching.subscribersFrom!, prices: reaching.prices } : null,
  };
}

/** What a newly published version does to the price lists of a plan. */
export interface PriceListChange<L extends PriceList = PriceList> {
  /** Announced lists that never begin, and the one of today when new prices begin today as well. */
  readonly takenBack: readonly L[];
  /** The list that goes on, or ends the day before the new one begins; null = there is none. */
  readonly current: L | null;
  /** From when on the price is told on request: the current list ends the day before; null = there are prices. */
  readonly onRequestFrom: LocalDay | null;
  /** The new list; null when the current one simply goes on. */
  readonly next: {
    readonly fromDate: LocalDay;
    readonly subscribersFrom: LocalDay;
    /** Whether anybody who has the plan would pay more. */
    readonly rises: boolean;
  } | null;
}

/**
 * What becomes of the prices of a plan when a version with these prices is published.
 *
 * @param lists Those of the plan that were not taken back.
 * @param on `paid`: what those pay, or will, who have the plan or whose order of it is under way, by whatever list.
 * @returns null when they stay as they are and are announced.
 */
export function priceListChange<L extends PriceList>(
  lists: readonly L[],
  wanted: {
    readonly prices: readonly PriceComponent[];
    readonly whileSuspended?: WhileSuspended | undefined;
    readonly term?: PlanDefinition['term'];
    /** null or past = today, but for what nobody has had yet. */
    readonly pricesFrom: LocalDay | null;
    /** Then it has no prices for new orders; who has it goes on paying what they pay. */
    readonly priceOnRequest?: boolean | undefined;
  },
  on: {
    readonly today: LocalDay;
    readonly noticeDays: number;
    readonly paid: readonly PlanPrices[];
    /** Whether nobody ever ordered the service: then the history of its prices can be brought in, in order. */
    readonly mayBackdate?: boolean;
  },
): PriceListChange<L> | null {
  const { today, noticeDays, paid, mayBackdate = false } = on;
  const after = { prices: wanted.prices, suspendedIsCharged: chargedWhileSuspended({ term: null, ...wanted }) };
  const sorted = [...lists].sort(byAge);
  const current = sorted.findLast(({ fromDate }) => fromDate <= today) ?? null;
  const announced = sorted.filter(({ fromDate }) => fromDate > today);
  const last = announced.at(-1) ?? null;
  const earliest = mayBackdate ? (current?.fromDate ?? '') : today;
  const from = wanted.pricesFrom !== null && wanted.pricesFrom >= earliest ? wanted.pricesFrom : today;
  const goesOn = current !== null && !(current.toDate && current.toDate < today);
  const replaced = current?.fromDate === from ? [current] : [];
  if (wanted.priceOnRequest) {
    if (!goesOn && announced.length === 0) return null;
    const onRequestFrom = from > today ? today : from;
    return {
      takenBack: [...announced, ...replaced],
      current: replaced.length > 0 ? null : current,
      onRequestFrom,
      next: null,
    };
  }
  if (last && last.fromDate === from && sameCharges(last, after)) return null;
  if (goesOn && sameCharges(current, after))
    return announced.length === 0 ? null : { takenBack: announced, current, onRequestFrom: null, next: null };
  const rises = [...listsStillPaid(sorted, today), ...paid].some((before) => costsMore(before, after));
  const reaches = subscribersFrom({ rises, from, today, noticeDays });
  return {
    takenBack: [...announced, ...replaced],
    current: replaced.length > 0 || !goesOn ? null : current,
    onRequestFrom: null,
    next: { fromDate: from, subscribersFrom: reaches, rises },
  };
}

/** The lists by which somebody who has the plan pays today: the newest that has reached everybody, and all after it. */
function listsStillPaid<L extends PriceList>(sorted: readonly L[], today: LocalDay): readonly L[] {
  const begun = sorted.filter(({ fromDate }) => fromDate <= today);
  const newest = begun.findLastIndex(({ subscribersFrom: from }) => from !== null && from <= today);
  return begun.slice(Math.max(newest, 0));
}

/** Whether two charge the same, line by line, and while it is suspended. */
export function sameCharges(one: PlanPrices, other: PlanPrices): boolean {
  return samePrices(one.prices, other.prices) && chargesSuspended(one) === chargesSuspended(other);
}

/** Whether two lists say the same, line by line. */
export function samePrices(one: readonly PriceComponent[], other: readonly PriceComponent[]): boolean {
  return JSON.stringify(one.map(comparable)) === JSON.stringify(other.map(comparable));
}

function comparable({ kind, label, amount, per, unitName, tiers, units = null }: PriceComponent) {
  const plain = (value: string) => new Decimal(value).toFixed();
  const steps = tiers?.map((tier) => [tier.upTo && plain(tier.upTo), plain(tier.amount)]) ?? null;
  return [kind, label, plain(amount), per, unitName, steps, units && plain(units)];
}

const byAge = (one: PriceList, other: PriceList) =>
  one.fromDate === other.fromDate ? one.planVersion - other.planVersion : one.fromDate < other.fromDate ? -1 : 1;

/** What a price goes by: the quantity, or a unit of its own. */
const basis = ({ kind, unitName }: PriceComponent) =>
  kind === 'metered' || kind === 'limit' ? `${kind} ${unitName}` : 'quantity';

const yearlyOf = (prices: readonly PriceComponent[], units: string): Decimal =>
  prices.reduce(
    (sum, price) => sum.plus(new Exact(unitsCost(price, units)).times(12 / MONTHS_OF[price.per!])),
    new Exact(0),
  );

/** No tier ends above, and nobody counts as many units. */
const MOST_UNITS = '1e12';

/** Costs grow in straight lines that break where tiers end: what is dearer anywhere is dearer at a break, or at the end. */
function probes(prices: readonly PriceComponent[]): string[] {
  const ends = prices.flatMap(({ tiers }) => tiers?.map(({ upTo }) => upTo) ?? []);
  return [...ends.filter((end) => end !== null), MOST_UNITS];
}
