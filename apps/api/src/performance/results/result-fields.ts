import type { ResultState } from '@accord/domain';

/**
 * What a row of a result holds for each field of `PeriodResult`, as SQL on `period_result r`.
 * A field that leads elsewhere needs the ids to go there.
 */
const FIELDS: Record<string, Record<string, string>> = {
  id: {},
  commitment: { commitmentId: 'r.commitment_id' },
  terms: { termsId: 'r.terms_id' },
  period: { period: 'r.period' },
  from: { from: 'r.from_at' },
  to: { to: 'r.to_at' },
  timeZone: { timeZone: 'r.time_zone' },
  revision: { revision: 'r.revision' },
  state: { state: 'r.state' },
  verdict: { verdict: 'r.verdict' },
  figure: { figure: 'r.figure::text' },
  ratio: { ratio: 'r.ratio::text' },
  numerator: { numerator: 'r.numerator::text' },
  denominator: { denominator: 'r.denominator::text' },
  target: { target: 'r.target::text' },
  margin: { margin: 'r.margin::text' },
  coverage: { coverage: 'r.coverage::text' },
  budget: {
    budget: `json_build_object('unit', r.budget_unit, 'total', r.budget_total::text, 'used', r.budget_used::text,
      'left', r.budget_left::text, 'leftPercent', r.budget_left_percent::text)`,
  },
  burndown: {},
  days: {},
  explanation: { commitmentId: 'r.commitment_id', termsId: 'r.terms_id', calendarVersionId: 'r.calendar_version_id' },
  contributions: { commitmentId: 'r.commitment_id' },
  breach: { commitmentId: 'r.commitment_id' },
  reason: { reason: 'r.reason' },
  difference: { difference: 'r.difference::text' },
  revisions: { commitmentId: 'r.commitment_id', period: 'r.period' },
  ruleVersion: { ruleVersion: 'r.rule_version' },
  dataAsOf: { dataAsOf: 'r.data_as_of' },
  evaluatedAt: { evaluatedAt: 'r.evaluated_at' },
  frozenBy: { frozenById: 'r.frozen_by_id' },
  hasLateData: { hasLateData: 'r.has_late_data' },
};

/** A result as fields read it. Instants are texts where the row came as JSON. Only what was asked for is there. */
export interface ResultRow {
  id: string;
  commitmentId: string;
  termsId: string;
  calendarVersionId: string;
  period: string;
  from: string;
  to: string;
  timeZone: string;
  revision: number;
  state: ResultState;
  frozenById: string | null;
}

/** Who closes: conditions in SQL. */
export interface ClosingRight {
  /** The viewer closes periods of the commitment. */
  closes: string;
  /** The instant of the act, named only where it is needed. */
  at: () => string;
}

/**
 * A JSON object of a row of `period_result r`.
 *
 * @param fields Names of the fields that are asked for; null = all of them.
 */
export function resultJson(fields: readonly string[] | null, { closes, at }: ClosingRight): string {
  const asked = fields ?? [...Object.keys(FIELDS), 'viewerCanClose', 'viewerCanRestate'];
  const columns = Object.assign({ id: 'r.id' }, ...asked.map((field) => FIELDS[field] ?? {})) as Record<string, string>;
  if (asked.includes('viewerCanClose')) columns.viewerCanClose = `(${closes} AND r.state = 'open' AND r.to_at <= ${at()}::timestamptz)`;
  if (asked.includes('viewerCanRestate')) columns.viewerCanRestate = `(${closes} AND r.state = 'frozen')`;
  return `json_build_object(${Object.entries(columns).map(([name, sql]) => `'${name}', ${sql}`).join(', ')})`;
}
