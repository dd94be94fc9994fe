import { formatExactPercent, formatRatio } from '../ui/format-percent';
import { amountLeft } from './amount';
import { scoreSentences } from './explain-scores';
import { t, Values, type ExplainContext, type ExplainedStep, type Sentence } from './step-values';

const hours = (values: Values) => t(values.is('alwaysOpen') ? 'alwaysOpen' : 'serviceHours');

const limitOf = (values: Values) => `${values.shown('limit')} ${values.raw('unit')}`.trim();

const corrected =
  (what: 'measurements' | 'outages'): Sentence =>
  (v) =>
    t(`${what}Corrected${v.raw('from') === v.raw('to') ? '' : 'Since'}`, {
      count: v.count('count'),
      from: v.at('from'),
      to: v.at('to'),
    });

const sentences: Record<string, Sentence> = {
  ...scoreSentences,
  period: (v) =>
    t(v.is('open') ? 'periodOpen' : 'period', {
      from: v.at('from'),
      to: v.at('to'),
      zone: v.raw('zone'),
      judgedTo: v.at('judgedTo'),
    }),
  'measurements.corrected': corrected('measurements'),
  'outages.corrected': corrected('outages'),
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
  'maintenance.notice': (v) => t('maintenance.notice', { from: v.at('from'), to: v.at('to') }),
  'maintenance.window': (v) => t('maintenance.window', { from: v.at('from'), to: v.at('to') }),
  'maintenance.most': (v) => t('maintenance.most', { from: v.at('from'), to: v.at('to') }),
  'tickets.standstill': (v) => t('standstill', { count: v.count('exclusions') }),
  'tickets.decided': (v) =>
    t('decided', { count: v.count('count'), undecided: v.raw('undecided'), outside: v.raw('decidedOutside') }),
  'tickets.withoutTarget': (v) => t('withoutTarget', { count: v.count('count') }),
  'tickets.missed': (v) => t('ticketsMissed', { count: v.count('count'), decided: v.raw('decided') }),
  'answers.given': (v) =>
    t(v.count('otherScale') + v.count('takenOut') === 0 && v.count('counted') > 0 ? 'answersAll' : 'answersGiven', {
      count: v.count('counted'),
      given: v.shown('answers'),
      otherScale: v.shown('otherScale'),
      takenOut: v.shown('takenOut'),
      lowest: v.raw('lowest'),
      highest: v.raw('highest'),
    }),
  'answers.tooFew': (v) => t('answersTooFew', { least: v.raw('leastAnswers') }),
  'answers.satisfied': (v) =>
    t('answersSatisfied', { count: v.count('satisfied'), satisfiedFrom: v.raw('satisfiedFrom') }),
  'counts.excluded': (v) => t('countsExcluded', { count: v.count('count') }),
  'counts.sum': (v) => t('countsSum', { good: v.shown('good'), total: v.shown('total'), count: v.count('counts') }),
  'percentile.within': (v) =>
    t('percentileWithin', {
      good: v.shown('good'),
      total: v.shown('total'),
      limit: limitOf(v),
      count: v.count('sketches'),
    }),
  'percentile.bounds': (v) =>
    t(v.raw('below') === '' ? 'boundsBelow' : v.raw('above') === '' ? 'boundsAbove' : 'boundsBetween', {
      limit: limitOf(v),
      below: `${v.shown('below')} ${v.raw('unit')}`,
      above: `${v.shown('above')} ${v.raw('unit')}`,
    }),
  'percentile.value': (v) => {
    const told = { percent: v.raw('percent'), limit: limitOf(v) };
    if (v.raw('value') !== '')
      return t('percentile', { ...told, value: `${v.rounded('value')} ${v.raw('unit')}`.trim() });
    return t(v.is('beyond') ? 'percentileBeyond' : 'percentileNone', told);
  },
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
      left: amountLeft({
        left: v.raw('left') || '0',
        unit: v.raw('unit') || 'ms',
        used: v.raw('used'),
        total: v.raw('total'),
      }),
    }),
  verdict: (v) =>
    t(`reason.${v.raw('reason')}`, {
      bad: v.raw('unit') === 'percent' ? v.percent('bad') : v.amount('bad'),
      allowed: v.percent('allowedBadPercent'),
    }),
  'verdict.missingData': (v) =>
    t(`reason.${v.raw('reason')}${v.raw('verdict') === 'missed' ? 'Deemed' : ''}`, {
      floor: v.percent('coverageFloorPercent'),
      known: v.duration('knownMs'),
      expected: v.duration('expectedMs'),
    }),
  record: (v) => t(`record.${v.raw('side')}.${v.raw('basis')}`, { figure: v.figure('figurePercent') }),
  'credit.charge': (v) =>
    t('charge', {
      monthly: v.money('monthlyCharge.amount', 'monthlyCharge.currency'),
      inForce: v.raw('daysInForce'),
      days: v.raw('daysOfPeriod'),
      charge: v.money('charge.amount', 'charge.currency'),
    }),
  'credit.earnBack': (v) =>
    t(`creditEarnBack.${v.raw('status')}`, {
      credit: v.percent('creditPercent'),
      count: Number(v.raw('periods')),
      kept: v.raw('kept'),
    }),
  'credit.incidents': (v) => t('creditIncidents', { misses: v.raw('breaches'), counted: v.raw('counted') }),
  'credit.combined': (v) =>
    v.raw('by') === 'points'
      ? t('creditPoints', { points: v.raw('combined') })
      : t(v.raw('by') === 'max' ? 'creditHighest' : 'creditSum', { percent: v.percent('combined') }),
  'credit.points': (v) => t('creditTable', { points: v.raw('points'), percent: v.percent('creditPercent') }),
  'credit.yearCap': (v) =>
    t('creditYearCap', {
      cap: v.money('cap.amount', 'cap.currency'),
      credited: v.money('credited.amount', 'credited.currency'),
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
