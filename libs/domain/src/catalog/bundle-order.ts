import { Decimal } from 'decimal.js';
import type { LocalDay } from '../agreements/local-day.js';
import { inCurrencyDigits } from '../currency.js';
import { DomainError } from '../domain-error.js';
import { orderCost } from '../orders/order-cost.js';
import type { BundleDefinition, BundlePart } from './bundle-definition.js';
import {
  answerRefusals,
  type Answers,
  type CheckedAnswers,
  checkAnswers,
  type DroppedAnswer,
} from './order-form-answers.js';
import { type Limit, mergedLimits, withLimits } from './limits.js';
import { withCounts } from './order-form-counts.js';
import type { OrderForm } from './order-form-shape.js';
import type { PriceComponent } from './price.js';

/** What somebody wants of a part. */
export interface PartChoice {
  /** Left out: the bundle's. */
  readonly quantity?: number | null;
  /** Of units that the bundle leaves open. */
  readonly limits?: readonly Limit[] | null;
  /** To what only this part asks. */
  readonly answers?: Answers | null;
}

/** How somebody wants a bundle. */
export interface BundleChoice {
  /** To the questions that are asked once. */
  readonly answers: Answers;
  /** By key; required parts need not be named. */
  readonly parts: Readonly<Record<string, PartChoice>>;
}

/** A part as an item of an order. */
export interface BundleItem {
  readonly part: string;
  readonly quantity: number;
  readonly limits: readonly Limit[];
  readonly answers: Answers;
  /** Fields of the part's own form whose answers come from the bundle: nobody is asked for them again. */
  readonly answered: readonly string[];
}

export interface BundleOrder {
  readonly items: readonly BundleItem[];
  readonly shared: CheckedAnswers;
  readonly dropped: readonly DroppedAnswer[];
  /** Why the bundle itself would not be taken; what is wrong with an item, the order says. */
  readonly refusals: readonly DomainError[];
}

/**
 * The items of the order that a choice stands for: shared answers go to the fields that they answer, as far as the part
 * asks them, and the rest is what the part was answered itself.
 *
 * @param formOf The form of a part's service today.
 * @example
 * bundleOrder(definition, { answers: { place: 'home' }, parts: { screen: { quantity: 2 } } }, formOf).items;
 */
export function bundleOrder(
  definition: BundleDefinition,
  choice: BundleChoice,
  formOf: (part: string) => OrderForm | null,
): BundleOrder {
  const shared = checkAnswers(definition.form, choice.answers);
  const chosen = definition.parts.filter(({ key, required }) => required || Object.hasOwn(choice.parts, key));
  const asked = new Set(shared.asked.map(({ name }) => name));
  const items = chosen.map((part) => {
    const { quantity, limits, answers: own } = choice.parts[part.key] ?? {};
    const form = formOf(part.key);
    const times = quantity ?? part.quantity;
    const setAside = mergedLimits(part.limits ?? [], limits ?? []);
    const mapped = definition.answers.filter((one) => one.part === part.key && asked.has(one.question));
    const counts = form?.quantityField;
    const isCounted = counts !== undefined && mapped.every(({ field }) => field !== counts);
    const from = [
      ...mapped.flatMap(({ field, question }) =>
        Object.hasOwn(shared.answers, question) ? [[field, shared.answers[question]] as const] : [],
      ),
      ...(isCounted ? [[counts, times] as const] : []),
    ];
    const fixed = (part.limits ?? []).flatMap(({ unitName }) => form?.limitFields?.[unitName] ?? []);
    const answered = [...mapped.map(({ field }) => field), ...(isCounted ? [counts] : []), ...fixed];
    const said = Object.fromEntries(Object.entries(own ?? {}).filter(([name]) => !answered.includes(name)));
    const given = form ? withCounts(form, said, { limits: part.limits }) : said;
    return {
      part: part.key,
      quantity: times,
      limits: setAside,
      answers: asAsked(form, { ...given, ...Object.fromEntries(from) }, said),
      answered,
    };
  });
  return { items, shared, dropped: shared.dropped, refusals: refusalsOf(definition, choice, shared) };
}

/** Without shared answers that the part does not ask for; what it was answered itself stays, so that it can be told. */
function asAsked(form: OrderForm | null, answers: Answers, own: Answers): Answers {
  const { asked } = checkAnswers(form, answers);
  const names = new Set([...asked.map(({ name }) => name), ...Object.keys(own)]);
  return Object.fromEntries(Object.entries(answers).filter(([name]) => names.has(name)));
}

function refusalsOf({ parts }: BundleDefinition, choice: BundleChoice, shared: CheckedAnswers): DomainError[] {
  const strangers = Object.keys(choice.parts).filter((key) => parts.every((part) => part.key !== key));
  return [
    ...strangers.map((key) => new DomainError('UNKNOWN_PART', `The bundle has no part "${key}".`, ['parts', key])),
    ...parts.flatMap((part) => quantityRefusal(part, choice.parts[part.key]?.quantity ?? part.quantity)),
    ...parts.flatMap((part) => fixedRefusals(part, choice.parts[part.key]?.limits ?? [])),
    ...answerRefusals(shared, ['answers']),
  ];
}

function quantityRefusal({ key, quantity, most }: BundlePart, wanted: number): DomainError[] {
  const fits = most === null ? wanted === quantity : Number.isInteger(wanted) && wanted >= 1 && wanted <= most;
  if (fits) return [];
  const sentence =
    most === null ? `The bundle has ${quantity} of "${key}", no more and no less.` : `Choose 1 to ${most} of "${key}".`;
  return [new DomainError('WRONG_QUANTITY', sentence, ['parts', key, 'quantity'])];
}

function fixedRefusals({ key, limits = [] }: BundlePart, wanted: readonly Limit[]): DomainError[] {
  return limits.flatMap(({ unitName, units }) => {
    const said = wanted.find((one) => one.unitName === unitName);
    if (!said || new Decimal(said.units).eq(units)) return [];
    const sentence = `The bundle sets ${units} ${unitName} of "${key}" aside, no more and no less.`;
    return [new DomainError('WRONG_LIMIT', sentence, ['parts', key, 'limits', unitName])];
  });
}

/**
 * What parts cost together, before anything is known of whose budget pays.
 *
 * @returns With the digits of the currency; each part is rounded as an order of it would be.
 */
export function bundlePrice(
  parts: readonly {
    readonly prices: readonly PriceComponent[];
    readonly quantity: number;
    readonly limits?: readonly Limit[];
  }[],
  currency: string,
  day: LocalDay,
): { oneOff: string; monthly: string } {
  const costs = parts.map(({ prices, quantity, limits = [] }) =>
    orderCost({ prices: withLimits(prices, limits), quantity, currency, from: day, to: null }),
  );
  const sum = (of: 'oneOff' | 'monthly') =>
    inCurrencyDigits(Decimal.sum(0, ...costs.map((cost) => cost[of])), currency);
  return { oneOff: sum('oneOff'), monthly: sum('monthly') };
}
