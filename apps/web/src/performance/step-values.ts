import { i18next } from '../i18n/i18n';
import { formatInstant } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatNamedValue } from '../ui/format-named-value';
import { formatMeasured, formatNumber } from '../ui/format-number';
import { formatExactPercent, formatPercent } from '../ui/format-percent';
import { amount } from './amount';
import './explanation-words';

export type Named = { name: string; value?: string | null; unit: string };
export type ExplainedStep = { rule: string; inputs: Named[]; result: Named[] };

/** The zone to tell instants in, and what the numerator and denominator of the result count. */
export type ExplainContext = { zone: string; unit: string };

/** The values of a step by name, formatted on demand. */
export class Values {
  constructor(
    private readonly values: ReadonlyMap<string, Named>,
    private readonly context: ExplainContext,
  ) {}

  raw = (name: string): string => this.values.get(name)?.value ?? '';
  is = (name: string): boolean => this.raw(name) === 'true';
  count = (name: string): number => Number(this.raw(name) || 0);
  shown = (name: string): string => formatNamedValue(this.values.get(name) ?? { unit: 'text' }, this.context.zone);
  duration = (name: string): string => amount(this.raw(name) || '0', 'ms');
  amount = (name: string): string => amount(this.raw(name) || '0', this.context.unit);
  at = (name: string): string => (this.raw(name) ? formatInstant(this.raw(name), { zone: this.context.zone }) : '–');
  money = (name: string, currency: string): string =>
    formatMoney({ amount: this.raw(name), currency: this.raw(currency) });
  percent = (name: string): string => formatExactPercent(this.raw(name) || '0');
  /** A measured percentage, with four decimals at most. */
  figure = (name: string): string =>
    this.raw(name) ? formatPercent(this.raw(name), { decimals: 4 }) : t('noFigureHere');
  /** Three digits, as much as a sketch tells. */
  rounded = (name: string): string => formatMeasured(Number(this.raw(name)));
  score = (name: string): string => formatNumber(this.raw(name) || '0', { maximumFractionDigits: 2 });
}

export type Sentence = (values: Values) => string;

/** Words of `performance.explained`. */
export const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(`performance.explained.${key}` as never, values as never));
