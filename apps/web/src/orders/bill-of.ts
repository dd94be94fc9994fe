import type { Step } from '../ui/explanation-steps';

export type Bill = {
  /** Which billing periods begin until the end of the budget; `to` is null without a budget. */
  periods: { per: string; from: string; to: string | null; count: number }[];
  lines: { label: string; since: string | null; price: string; times: number; amount: string }[];
  /** What one costs; the server's total is for the quantity. */
  one: string;
  /** The same for the quantity, where other units are added to it; null = that is the total. */
  all: string | null;
  /** What of it budgets have paid already, and what is added is paid once; null for a new subscription. */
  difference: { paid: string; once: string } | null;
  /** What is priced in tiers, each for all of its units. */
  tiered: { label: string; since: string | null; units: string; times: number; amount: string }[];
  /** What is set aside, each for all of its units. */
  limits: {
    label: string;
    since: string | null;
    price: string;
    units: string;
    unitName: string;
    times: number;
    amount: string;
  }[];
  /** What is priced by use, which nobody knows yet. */
  metered: string[];
};

/** The calculation of an order's cost as a bill, read from its own steps: nothing is worked out anew. */
export function billOf(steps: readonly Step[]): Bill {
  const ofRule = (rule: string) => steps.filter((step) => step.rule === rule).map(valuesOf);
  const [total] = ofRule('order.total');
  const [difference] = ofRule('order.difference');
  return {
    periods: ofRule('order.periods').map((value) => ({
      per: value('per') ?? '',
      from: value('from') ?? '',
      to: value('to'),
      count: Number(value('periods')),
    })),
    lines: ofRule('order.price').map((value) => ({
      label: value('label') ?? '',
      since: value('from'),
      price: value('inputs.amount') ?? '0',
      times: Number(value('times')),
      amount: value('result.amount') ?? '0',
    })),
    one: total?.('inputs.amount') ?? '0',
    all: total?.('inputs.all') ?? (difference ? (total?.('result.amount') ?? null) : null),
    difference: difference ? { paid: difference('paid') ?? '0', once: difference('once') ?? '0' } : null,
    tiered: ofRule('order.tiers').map((value) => ({
      label: value('label') ?? '',
      since: value('from'),
      units: value('quantity') ?? '1',
      times: Number(value('times')),
      amount: value('result.amount') ?? '0',
    })),
    limits: ofRule('order.limit').map((value) => ({
      label: value('label') ?? '',
      since: value('from'),
      price: value('inputs.amount') ?? '0',
      units: value('units') ?? '0',
      unitName: value('unitName') ?? '',
      times: Number(value('times')),
      amount: value('result.amount') ?? '0',
    })),
    metered: [...new Set(ofRule('order.metered').map((value) => value('label') ?? ''))],
  };
}

/** A value by its name; `inputs.` or `result.` before it where both have one. */
function valuesOf({ inputs, result }: Step) {
  const named = (prefix: string, values: Step['inputs']) =>
    values.flatMap(({ name, value }) => [
      [`${prefix}.${name}`, value ?? null] as const,
      [name, value ?? null] as const,
    ]);
  const values = new Map([...named('result', result), ...named('inputs', inputs)]);
  return (name: string): string | null => values.get(name) || null;
}
