import { i18next } from '../i18n/i18n';
import { formatMoney } from '../ui/format-money';
import { formatNumber } from '../ui/format-number';
import { formatPeriod } from '../ui/format-instant';
import './bill-words';

type Named = { name: string; value?: string | null };
type Step = { rule: string; inputs: readonly Named[]; result: readonly Named[] };
type Values = (name: string) => string;

const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(`bill.explained.${key}` as never, values as never));

/** What each step of a line says. */
const sentences: Record<string, (values: Values) => string> = {
  'charge.once': (v) =>
    t(Number(v('had')) > 0 ? 'onceMore' : 'once', {
      label: v('label'),
      price: money(v, 'amount'),
      quantity: number(v('quantity')),
      had: number(v('had')),
    }),
  'charge.days': (v) =>
    t(v('days') === v('of') ? 'whole' : 'days', { ...priced(v), count: Number(v('days')), of: v('of') }),
  'charge.period': (v) => t('period', { ...priced(v), becomes: money(v, 'becomes') }),
  'charge.left': (v) =>
    t('left', {
      ...priced(v),
      was: money(v, 'was'),
      becomes: money(v, 'becomes'),
      days: v('days'),
      of: v('of'),
    }),
  'charge.metered': (v) =>
    t(Number(v('before')) > 0 ? 'meteredAfter' : 'metered', {
      units: number(v('units')),
      before: number(v('before')),
      unit: v('unitName'),
      price: money(v, 'amount'),
      amount: result(v),
    }),
  'charge.correction': (v) =>
    t(Number(v('givenBack')) > 0 && Number(v('result.amount')) < 0 ? 'correctionAfterDispute' : 'correction', {
      label: v('label'),
      charged: money(v, 'charged'),
      due: money(v, 'due'),
      givenBack: money(v, 'givenBack'),
      amount: result(v),
    }),
  'charge.dispute': (v) =>
    t('dispute', { label: v('label'), charged: money(v, 'charged'), answer: v('answer'), amount: result(v) }),
  'charge.credit': (v) =>
    t('credit', {
      name: v('name'),
      period: formatPeriod(v('period')),
      credit: money(v, 'credit'),
      paid: money(v, 'paid'),
      count: Number(v('payers')),
      amount: result(v),
    }),
};

export const CHARGE_RULES = Object.keys(sentences);

/** What a step of a line of a bill says, in one sentence; null for a rule that has none. */
export function explainCharge({ rule, inputs, result: given }: Step): string | null {
  // The amount of a step is an input as the price of one, and a result as what the line costs.
  const byName = new Map(
    [...given.map((one) => ({ ...one, name: `result.${one.name}` })), ...inputs].map((one) => [one.name, one.value]),
  );
  return sentences[rule]?.((name) => byName.get(name) ?? '') ?? null;
}

const number = (value: string) => formatNumber(value || '0', { maximumFractionDigits: 12 });
const money = (v: Values, name: string) =>
  formatMoney({ amount: v(name) || '0', currency: v('result.currency') }, { exact: true });
const result = (v: Values) => formatMoney({ amount: v('result.amount'), currency: v('result.currency') });
const priced = (v: Values) => ({
  label: v('label'),
  cost: money(v, 'cost'),
  per: t(`per.${v('per')}`),
  quantity: number(v('quantity')),
  amount: result(v),
});
