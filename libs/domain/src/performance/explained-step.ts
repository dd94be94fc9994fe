import type { Plain, Step } from '@accord/sla';

export const EVIDENCE_KINDS = [
  'outage',
  'ticket',
  'probe',
  'count',
  'answers',
  'maintenance',
  'exclusion',
  'calendar',
  'commitmentTerms',
] as const;
export type EvidenceKind = (typeof EVIDENCE_KINDS)[number];

/** One value of an explanation, as text that a machine can read. */
export interface ExplainedValue {
  readonly name: string;
  readonly value: string | null;
  /** ms, percent, ratio, count, instant, money, yesNo or text. */
  readonly unit: string;
}

/** A step of a calculation with its values named, one by one. */
export interface ExplainedStep {
  readonly rule: string;
  readonly inputs: readonly ExplainedValue[];
  readonly result: readonly ExplainedValue[];
  /** References such as `outage:<id>`. */
  readonly evidence: readonly string[];
}

export function explainStep({ rule, inputs, result, evidence = [] }: Step): ExplainedStep {
  const unit = CHAINED[rule];
  const named = valuesOf(inputs).map((value) =>
    unit && /promised$|carries$/.test(value.name) ? { ...value, unit } : value,
  );
  return { rule, inputs: named, result: namedResult(rule, result), evidence };
}

/** What the result of a rule is, where it is one value. */
const RESULTS: Record<string, string> = {
  period: 'judgedTo',
  'availability.window': 'windowMs',
  'availability.excluded': 'excludedMs',
  'availability.downtime': 'downMs',
  'availability.unknown': 'unknownMs',
  'maintenance.notice': 'ruledOutMs',
  'maintenance.window': 'ruledOutMs',
  'maintenance.most': 'ruledOutMs',
  'clock.start': 'startAt',
  'clock.pause': 'pausedMs',
  'clock.furtherPauses': 'pausedMs',
  'clock.elapsed': 'elapsedMs',
  'credit.tier': 'creditPercent',
  'credit.cap': 'creditPercent',
  'credit.incidents': 'counted',
  'credit.combined': 'combined',
  'credit.points': 'creditPercent',
  'credit.yearCap': 'left',
  'tickets.target': 'targetMs',
  'percentile.value': 'value',
  'answers.given': 'counted',
  'answers.tooFew': 'counted',
  'answers.satisfied': 'satisfied',
  ratio: 'ratio',
  'chain.availability': 'togetherPercent',
  'chain.share': 'togetherPercent',
  'chain.time': 'togetherMs',
  'chain.hours': 'coveredMs',
  'chain.window': 'carriesPercent',
};

/** What is promised and carried in a chain, by the rule that puts it together. */
const CHAINED: Record<string, string> = {
  'chain.availability': 'percent',
  'chain.share': 'percent',
  'chain.time': 'ms',
};

/** What several values of a rule's result are, where they are named by something else, such as priorities. */
const WITHIN: Record<string, string> = { 'tickets.target': 'targetMs.' };

function namedResult(rule: string, result: Plain): ExplainedValue[] {
  if (result !== null && typeof result === 'object') return valuesOf(result as Step['inputs'], WITHIN[rule]);
  return valuesOf({
    [RESULTS[rule] ?? (rule.startsWith('verdict') || rule === 'clock.verdict' ? 'verdict' : 'count')]: result,
  });
}

/** Nested values get the names of what they stand in, joined by dots. */
function valuesOf(values: { readonly [name: string]: Plain }, within = ''): ExplainedValue[] {
  return Object.entries(values).flatMap(([key, value]) => {
    const name = `${within}${key}`;
    if (value !== null && typeof value === 'object') return valuesOf(value as Step['inputs'], `${name}.`);
    return [explained(name, key, value)];
  });
}

const INSTANT = /^(from|to|at|near|far|judgedTo|farDueAt|startAt|endAt|stopAt)$/;

function explained(name: string, key: string, value: string | number | boolean | null): ExplainedValue {
  if (typeof value === 'boolean') return { name, value: String(value), unit: 'yesNo' };
  if (typeof value === 'number' && INSTANT.test(key))
    return { name, value: new Date(value).toISOString(), unit: 'instant' };
  return { name, value: value === null ? null : String(value), unit: unitOf(name, key, value) };
}

function unitOf(name: string, key: string, value: string | number | null): string {
  if (key.endsWith('Ms') || name.startsWith('targetMs.')) return 'ms';
  if (key.toLowerCase().endsWith('percent')) return 'percent';
  if (key === 'ratio') return 'ratio';
  if (key === 'amount' || key === 'unrounded') return 'money';
  return typeof value === 'number' || /^-?\d+(\.\d+)?$/.test(value ?? '') ? 'count' : 'text';
}
