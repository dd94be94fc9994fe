import { Decimal } from 'decimal.js';
import { DomainError } from '../domain-error.js';
import type { OrderKind } from '../orders/order-kinds.js';
import type { PriceComponent } from './price.js';

/** How many units are set aside of what a price by limit counts, used or not. */
export interface Limit {
  readonly unitName: string;
  /** Exact decimal; of the whole item, however often its plan is ordered. */
  readonly units: string;
}

/** How many units of a limit a plan lets people set aside. */
export interface LimitRange {
  readonly unitName: string;
  /** null = anything above nothing. */
  readonly least: string | null;
  /** null = as many as can be stated. */
  readonly most: string | null;
  /** Whether only whole units can be set aside. */
  readonly whole: boolean;
}

/** What can be said of a unit, where its plan does not say less. */
const MOST_UNITS = 1_000_000_000;
const MOST_DECIMALS = 3;

/** What prices set aside, each unit once; those pinned before units were stated count the quantity. */
export function limitsOf(
  prices: readonly Pick<PriceComponent, 'kind' | 'unitName' | 'units'>[],
  quantity: number,
): Limit[] {
  const found = new Map(
    prices
      .filter(({ kind }) => kind === 'limit')
      .map(({ unitName, units }) => [unitName!, units ?? String(quantity)] as const),
  );
  return [...found].map(([unitName, units]) => ({ unitName, units }));
}

/**
 * Prices with what is set aside of them. Nobody pays for what they did not set aside: a unit that is not named, or of
 * which nothing can be set aside like that, counts 0.
 */
export function withLimits<Price extends PriceComponent>(prices: readonly Price[], limits: readonly Limit[]): Price[] {
  return prices.map((price) => {
    if (price.kind !== 'limit') return price;
    const limit = limits.find(({ unitName }) => unitName === price.unitName);
    return { ...price, units: limit && faultOf(limit, null) === null ? new Decimal(limit.units).toFixed() : '0' };
  });
}

/** What somebody says, and what they set aside already of units of which they say nothing. */
export function mergedLimits(said: readonly Limit[], before: readonly Limit[]): Limit[] {
  const kept = before.filter(({ unitName, units }) => !isSaid(said, unitName) && new Decimal(units).gt(0));
  return [...said, ...kept];
}

/**
 * What an order sets aside: what it says, and of units of which it says nothing what is set aside already. Only a new
 * subscription or a change says anything.
 *
 * @param before null for a new subscription.
 */
export function orderedLimits(
  kind: OrderKind,
  said: readonly Limit[],
  before: { readonly prices: readonly PriceComponent[]; readonly quantity: number } | null,
): Limit[] {
  const had = before ? limitsOf(before.prices, before.quantity) : [];
  return kind === 'subscribe' || kind === 'change' ? mergedLimits(said, had) : had;
}

/** What is ordered of a plan, as the rules for its limits look at it. */
export interface OrderedLimits {
  readonly plan: { readonly name: string; readonly limits?: readonly LimitRange[] };
  readonly prices: readonly PriceComponent[];
  readonly said: readonly Limit[];
  /** What is set aside of the same plan already, which goes on though the plan allows less by now; else empty. */
  readonly kept: readonly Limit[];
  /** What is set aside already of another plan. */
  readonly carried: readonly Limit[];
  /** Units of which a form asks for all plans of a service; a plan need not price them. */
  readonly asked: readonly string[];
}

/** Why the units would not be set aside, each at `limits` and the name of its unit. */
export function limitRefusals({ plan, prices, said, kept, carried, asked }: OrderedLimits): DomainError[] {
  const priced = limitsOf(prices, 0).map(({ unitName }) => unitName);
  const wanted = mergedLimits(said, [...kept, ...carried]);
  const refuse = (code: string, unitName: string, sentence: string) =>
    new DomainError(code, sentence, ['limits', unitName]);
  const strangers = said.filter(({ unitName }) => !priced.includes(unitName) && !asked.includes(unitName));
  const twice = said.filter(({ unitName }, i) => said.findIndex((one) => one.unitName === unitName) < i);
  return [
    ...strangers.map(({ unitName }) =>
      refuse(
        'UNKNOWN_LIMIT',
        unitName,
        `${plan.name} sets ${priced.join(' and ') || 'nothing'} aside, not ${unitName}.`,
      ),
    ),
    ...twice.map(({ unitName }) => refuse('WRONG_LIMIT', unitName, `Say once how many ${unitName} to set aside.`)),
    ...priced.flatMap((unitName) => {
      const limit = wanted.find((one) => one.unitName === unitName);
      if (!limit) return refuse('LIMIT_MISSING', unitName, `Say how many ${unitName} to set aside.`);
      if (kept.some((one) => one.unitName === unitName && new Decimal(one.units).eq(limit.units))) return [];
      const fault = faultOf(limit, plan.limits?.find((one) => one.unitName === unitName) ?? null);
      return fault === null ? [] : refuse('WRONG_LIMIT', unitName, fault);
    }),
  ];
}

/** Whether two set the same aside. */
export function sameLimits(one: readonly Limit[], other: readonly Limit[]): boolean {
  const covers = (all: readonly Limit[], part: readonly Limit[]) =>
    part.every(({ unitName, units }) =>
      all.some((limit) => limit.unitName === unitName && new Decimal(limit.units).eq(units)),
    );
  return one.length === other.length && covers(one, other) && covers(other, one);
}

/** @throws {DomainError} `WRONG_RANGE` at what is wrong. */
export function assertLimitRanges(
  ranges: readonly LimitRange[],
  prices: readonly PriceComponent[],
  path: readonly string[],
): void {
  ranges.forEach(({ unitName, least, most, whole }, place) => {
    const wrong = (field: keyof LimitRange, sentence: string) =>
      new DomainError('WRONG_RANGE', sentence, [...path, String(place), field]);
    if (!prices.some((price) => price.kind === 'limit' && price.unitName === unitName))
      throw wrong('unitName', `No price sets ${unitName} aside.`);
    if (ranges.findIndex((one) => one.unitName === unitName) < place)
      throw wrong('unitName', `What can be set aside of ${unitName} is said twice.`);
    const ends = { least, most };
    for (const field of ['least', 'most'] as const) {
      const end = ends[field];
      const fault =
        end === null ? null : faultOf({ unitName, units: end }, { unitName, least: null, most: null, whole });
      if (fault !== null) throw wrong(field, fault);
    }
    if (least !== null && most !== null && new Decimal(least).gt(most))
      throw wrong('most', `The most of ${unitName} is below the least.`);
  });
}

/**
 * Nobody goes on free of charge because a price lost its unit, or has another name for it.
 *
 * @param held What is set aside of the plan, by whoever has it or ordered it.
 * @throws {DomainError} `UNIT_SET_ASIDE` at the prices.
 */
export function assertUnitsStay(
  plan: { readonly prices: readonly PriceComponent[]; readonly priceOnRequest?: boolean | undefined },
  held: readonly Limit[],
  path: readonly string[],
): void {
  // Who has a plan whose price is told on request goes on paying what they pay.
  if (plan.priceOnRequest) return;
  const priced = limitsOf(plan.prices, 0).map(({ unitName }) => unitName);
  const lost = held.find(({ unitName, units }) => new Decimal(units).gt(0) && !priced.includes(unitName));
  if (!lost) return;
  const sentence = `Subscribers have ${lost.unitName} set aside, and would pay nothing for it; keep the unit, or offer another plan and retire this one.`;
  throw new DomainError('UNIT_SET_ASIDE', sentence, [...path, 'prices']);
}

/** Why so much cannot be set aside; null when it can. */
function faultOf({ unitName, units }: Limit, range: LimitRange | null): string | null {
  const { least = null, most = null, whole = false } = range ?? {};
  const value = new Decimal(units);
  if (!value.isFinite() || value.lte(0)) return `Set more than 0 ${unitName} aside.`;
  if (whole && !value.isInteger()) return `Only whole ${unitName} can be set aside.`;
  if (value.decimalPlaces() > MOST_DECIMALS) return `Give ${unitName} with ${MOST_DECIMALS} decimals at most.`;
  if (least !== null && value.lt(least)) return `Set at least ${grouped(least)} ${unitName} aside.`;
  if (value.gt(most ?? MOST_UNITS)) return `Set at most ${grouped(most ?? MOST_UNITS)} ${unitName} aside.`;
  return null;
}

const isSaid = (limits: readonly Limit[], unitName: string) => limits.some((one) => one.unitName === unitName);
const grouped = (units: string | number) =>
  new Intl.NumberFormat('en', { maximumFractionDigits: MOST_DECIMALS }).format(Number(units));
