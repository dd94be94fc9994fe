import { i18next } from '../i18n/i18n';
import { formatInstant } from '../ui/format-instant';
import { formatMoney } from '../ui/format-money';
import { formatNamedValue } from '../ui/format-named-value';
import { formatExactPercent, formatRatio } from '../ui/format-percent';
import { amount, amountLeft } from './amount';

type Named = { name: string; value?: string | null; unit: string };
export type ExplainedStep = { rule: string; inputs: Named[]; result: Named[] };

/** The zone to tell instants in, and what the numerator and denominator of the result count. */
export type ExplainContext = { zone: string; unit: string };

/** The values of a step by name, formatted on demand. */
class Values {
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
}

type Sentence = (values: Values) => string;
const t = (key: string, values: Record<string, unknown> = {}): string =>
  String(i18next.t(`performance.explained.${key}` as never, values as never));
const hours = (values: Values) => t(values.is('alwaysOpen') ? 'alwaysOpen' : 'serviceHours');

const sentences: Record<string, Sentence> = {
  period: (v) =>
    t(v.is('open') ? 'periodOpen' : 'period', {
      from: v.at('from'),
      to: v.at('to'),
      zone: v.raw('zone'),
      judgedTo: v.at('judgedTo'),
    }),
  'availability.window': (v) => t('window', { time: v.duration('windowMs'), hours: hours(v) }),
  'availability.excluded': (v) =>
    v.count('maintenance') + v.count('exclusions') === 0
      ? t('nothingExcluded')
      : t('excluded', {
          time: v.duration('excludedMs'),
          maintenance: v.raw('maintenance'),
          exclusions: v.raw('exclusions'),
        }),
  'availability.downtime': (v) =>
    v.count('outages') === 0
      ? t('noOutage')
      : t('downtime', { counted: v.raw('counted'), outages: v.raw('outages'), time: v.duration('downMs') }),
  'availability.unknown': (v) =>
    v.count('unknownMs') === 0 ? t('noGap') : t(`gap.${v.raw('gaps')}`, { time: v.duration('unknownMs') }),
  'availability.total': (v) =>
    t('total', { good: v.duration('goodMs'), total: v.duration('totalMs'), bad: v.duration('badMs') }),
  'tickets.standstill': (v) => t('standstill', { count: v.count('exclusions') }),
  'tickets.decided': (v) =>
    t('decided', { count: v.count('count'), undecided: v.raw('undecided'), outside: v.raw('decidedOutside') }),
  'tickets.withoutTarget': (v) => t('withoutTarget', { count: v.count('count') }),
  'tickets.missed': (v) => t('ticketsMissed', { count: v.count('count'), decided: v.raw('decided') }),
  'counts.excluded': (v) => t('countsExcluded', { count: v.count('count') }),
  'counts.sum': (v) => t('countsSum', { good: v.shown('good'), total: v.shown('total'), count: v.count('counts') }),
  ratio: (v) =>
    v.raw('ratio') === ''
      ? t('noRatio')
      : t('ratio', {
          good: v.amount('numerator'),
          total: v.amount('denominator'),
          ratio: formatRatio(v.raw('ratio'), { decimals: 6 }),
        }),
  budget: (v) =>
    t('budget', {
      target: v.percent('targetPercent'),
      total: v.amount('total'),
      of: v.amount('periodTotal'),
      used: v.amount('used'),
      left: amountLeft({ left: v.raw('left') || '0', unit: v.raw('unit') || 'ms' }),
    }),
  verdict: (v) => t(`reason.${v.raw('reason')}`, { bad: v.amount('bad'), allowed: v.percent('allowedBadPercent') }),
  'verdict.missingData': (v) =>
    t(`reason.${v.raw('reason')}${v.raw('verdict') === 'missed' ? 'Deemed' : ''}`, {
      floor: v.percent('coverageFloorPercent'),
      known: v.duration('knownMs'),
      expected: v.duration('expectedMs'),
    }),
  'credit.charge': (v) =>
    t('charge', {
      monthly: v.money('monthlyCharge.amount', 'monthlyCharge.currency'),
      inForce: v.raw('daysInForce'),
      days: v.raw('daysOfPeriod'),
      charge: v.money('charge.amount', 'charge.currency'),
    }),
  'credit.tier': (v) =>
    v.raw('tier.percent') === ''
      ? t(v.raw('verdict') === 'missed' ? 'noTier' : 'noCredit')
      : t('tier', { range: tierRange(v.raw('tier.gte'), v.raw('tier.lt')), percent: v.percent('tier.percent') }),
  'credit.cap': (v) => t('cap', { cap: v.percent('capPercent'), percent: v.percent('creditPercent') }),
  'credit.amount': (v) =>
    t(v.is('belowMinimum') ? 'amountBelowMinimum' : 'amount', {
      charge: v.money('charge.amount', 'charge.currency'),
      percent: v.percent('percent'),
      amount: v.money('amount', 'currency'),
      minimum: v.raw('minimum.amount') && v.money('minimum.amount', 'minimum.currency'),
    }),
  'clock.start': (v) => t('clockStart', { at: v.at('startAt'), target: v.duration('targetMs'), hours: hours(v) }),
  'clock.pause': (v) => t('clockPause', { from: v.at('from'), to: v.at('to'), time: v.duration('pausedMs') }),
  'clock.furtherPauses': (v) => t('clockFurtherPauses', { count: v.count('pauses'), time: v.duration('pausedMs') }),
  'clock.segments': (v) => t('clockSegments', { count: v.count('segments') }),
  'clock.due': (v) => t(v.is('paused') ? 'clockDuePaused' : 'clockDue', { near: v.at('near') }),
  'clock.elapsed': (v) =>
    t(v.is('stopped') ? 'clockStopped' : 'clockRunning', { time: v.duration('elapsedMs'), at: v.at('endAt') }),
  'clock.verdict': (v) =>
    t(`clock.${v.raw('verdict')}`, { elapsed: v.duration('elapsedMs'), target: v.duration('targetMs') }),
};

/** What a step of a calculation says, in one sentence made of its own values; null for a rule that has none. */
export function explainStep({ rule, inputs, result }: ExplainedStep, context: ExplainContext): string | null {
  const byName = new Map([...inputs, ...result].map((value) => [value.name, value]));
  return sentences[rule]?.(new Values(byName, context)) ?? null;
}

/** A tier in words: "99 % or more, under 99.9 %". */
export function tierRange(gte: string | null | undefined, lt: string | null | undefined): string {
  const percent = formatExactPercent;
  if (gte && lt) return t('tierBetween', { from: percent(gte), to: percent(lt) });
  if (lt) return t('tierUnder', { to: percent(lt) });
  return gte ? t('tierFrom', { from: percent(gte) }) : t('tierAny');
}
