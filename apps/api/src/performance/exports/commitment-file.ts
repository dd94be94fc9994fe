import { DomainError, isLocalDay } from '@accord/domain';
import { CORRECTED, type CorrectedMeasurements, correctedRows, type OutageCorrection } from './corrected-rows.js';
import { everyPage, mapped, type Page } from './every-page.js';
import { amountIn, cellsOf, revisionOf, textOf, unitOf, wordsOf, type Column, type FileView } from './file-content.js';

const COMMITMENT = `
  query ($service: String!, $slug: String!, $period: String, $revision: Int, $onlyBad: Boolean, $from: Date, $to: Date, $first: Int, $after: String) {
    commitment(service: $service, slug: $slug) {
      name service { name } agreement { name kind }
      result(period: $period, revision: $revision) {
        period from to timeZone revision state verdict deemed figure target margin coverage dataAsOf ruleVersion
        terms { comparator }
        budget { unit total used left leftPercent }
        annotations { from to words writtenBy { name } endedAt }
        reason difference changes { kind count }
        ${CORRECTED}
        contributions(onlyBad: $onlyBad, from: $from, to: $to, first: $first, after: $after) {
          totalCount pageInfo { hasNextPage endCursor }
          edges { node { evidence { kind label } from to countedMs dueAt priority verdict notCounted total good } }
        }
      }
    }
  }`;

interface Contribution {
  evidence: { kind: string; label: string };
  from: string | null;
  to: string | null;
  countedMs: number | null;
  dueAt: string | null;
  priority: number | null;
  verdict: string;
  notCounted: string | null;
  total: string | null;
  good: string | null;
}

interface Annotation {
  from: string;
  to: string | null;
  words: string;
  writtenBy: { name: string };
  endedAt: string | null;
}

interface Answer {
  commitment: {
    name: string;
    service: { name: string };
    agreement: { name: string; kind: string };
    result: {
      period: string;
      from: string;
      to: string;
      timeZone: string;
      revision: number;
      state: string;
      verdict: string;
      deemed: boolean;
      figure: string | null;
      target: string;
      margin: string | null;
      coverage: string;
      dataAsOf: string | null;
      ruleVersion: string;
      terms: { comparator: string };
      budget: { unit: string; total: string; used: string; left: string; leftPercent: string | null };
      annotations: Annotation[];
      reason: string | null;
      difference: string | null;
      changes: { kind: string; count: number }[];
      correctedMeasurements: CorrectedMeasurements;
      corrections: OutageCorrection[];
      contributions: Page<Contribution>;
    } | null;
  } | null;
}

/** A result with everything behind it: a row for each outage, ticket or count. */
export const commitmentFile: FileView = async (ask, query, at) => {
  const [service, slug] = [textOf(query.service), textOf(query.commitment)];
  if (!service || !slug) throw new DomainError('NOT_FOUND', 'Say which commitment of which service.', ['commitment']);
  const asked = { service, slug, period: textOf(query.period), revision: revisionOf(query.revision) };
  const days = { from: dayOf(query.from), to: dayOf(query.to) };
  const variables = { ...asked, ...days, onlyBad: query.bad === 'true' };
  const { first, nodes } = await everyPage<Answer, Contribution>(ask, COMMITMENT, variables, pageOf);
  const { commitment } = first;
  if (!commitment) throw new DomainError('NOT_FOUND', 'There is no such commitment.', ['commitment']);
  const { result } = commitment;
  if (!result) throw notJudged(asked.revision);
  const { budget } = result;
  const amount = (given: string) => amountIn(budget.unit, given);
  return {
    title: `${slug} ${result.period}`,
    name: `${service}-${slug}-${result.period}-r${result.revision}`,
    head: [
      ['Service', commitment.service.name],
      ['Commitment', commitment.name],
      ['Agreement', `${commitment.agreement.name} (${commitment.agreement.kind})`],
      ['Period', `${result.period}, from ${instant(result.from)} to ${instant(result.to)}`],
      ['Periods in', result.timeZone],
      ['Target %', `${result.terms.comparator === 'AT_LEAST' ? 'at least' : 'at most'} ${result.target}`],
      ['Figure %', result.figure],
      ['Verdict', result.deemed ? 'Deemed missed' : wordsOf(result.verdict)],
      ['State', `${wordsOf(result.state)}, revision ${result.revision}`],
      ['Margin (percentage points)', result.margin],
      ['Coverage %', result.coverage],
      [
        `Budget in ${unitOf(budget.unit)}`,
        `${amount(budget.total)} in all, ${amount(budget.used)} used, ${amount(budget.left)} left`,
      ],
      ['Shown', variables.onlyBad ? 'Only what cost budget' : 'Everything behind the figure'],
      ...(days.from || days.to ? [['Days', `${days.from ?? ''} to ${days.to ?? ''}`] as [string, string]] : []),
      ['Rules', result.ruleVersion],
      ['Generated at', at.toISOString()],
      ['Data as of', instant(result.dataAsOf)],
      ...revised(result),
      ...correctedRows(result),
      ...standing(result.annotations),
    ],
    columns: COLUMNS.map(({ name }) => name),
    count: result.contributions.totalCount,
    rows: mapped(nodes, (node) => cellsOf(COLUMNS, node)),
  };
};

const NONE: Page<Contribution> = { edges: [], pageInfo: { hasNextPage: false, endCursor: null }, totalCount: 0 };

const pageOf = ({ commitment }: Answer): Page<Contribution> => commitment?.result?.contributions ?? NONE;

const standing = (annotations: readonly Annotation[]): [string, string][] =>
  annotations
    .filter(({ endedAt }) => !endedAt)
    .map(({ from, to, words, writtenBy }) => [
      'Annotation',
      `${instant(from)}${to ? ` to ${instant(to)}` : ''}: ${words} (${writtenBy.name})`,
    ]);

type Revised = NonNullable<NonNullable<Answer['commitment']>['result']>;

/** Why the revision took the place of another one, and what it knew that the other did not. */
const revised = ({ reason, difference, changes }: Revised): [string, string][] => [
  ...(reason ? [['Reason of the revision', reason] as [string, string]] : []),
  ...(difference ? [['Difference (percentage points)', difference] as [string, string]] : []),
  ...(changes.length > 0
    ? [['Changed by', changes.map(({ kind, count }) => `${wordsOf(kind)}: ${count}`).join('; ')] as [string, string]]
    : []),
];

/** A day of the address; rubbish counts as not given, as on the screen. */
const dayOf = (value: unknown): string | null => {
  const text = textOf(value);
  return text && isLocalDay(text) ? text : null;
};

const instant = (at: string | null) => at && new Date(at).toISOString();

const COLUMNS: readonly Column<Contribution>[] = [
  { name: 'Kind', value: ({ evidence }) => wordsOf(evidence.kind) },
  { name: 'What', value: ({ evidence }) => evidence.label },
  { name: 'From', value: ({ from }) => instant(from) },
  { name: 'To', value: ({ to }) => instant(to) },
  { name: 'Counted min', value: ({ countedMs }) => countedMs && amountIn('ms', String(countedMs)), isNumber: true },
  { name: 'Priority', value: ({ priority }) => priority, isNumber: true },
  { name: 'Due at', value: ({ dueAt }) => instant(dueAt) },
  { name: 'Good', value: ({ good }) => good, isNumber: true },
  { name: 'Total', value: ({ total }) => total, isNumber: true },
  { name: 'Verdict', value: ({ verdict, to }) => (verdict === 'down' && !to ? 'still down' : verdict) },
  { name: 'Not counted because', value: ({ notCounted }) => notCounted },
];

/** @param revision The one that was asked for; null = the newest. */
function notJudged(revision: number | null): DomainError {
  if (revision === null) return new DomainError('NOT_FOUND', 'Nothing was judged in this period.', ['period']);
  return new DomainError('NOT_FOUND', `This period has no revision ${revision}.`, ['revision']);
}
