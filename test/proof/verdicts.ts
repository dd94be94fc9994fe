import type { GraphUser } from './graph-user.js';

const RESULTS = `query($service: String!, $slug: String!, $from: String!, $to: String!) {
  commitment(service: $service, slug: $slug) { results(from: $from, to: $to) { period numerator denominator } } }`;

const CONTRIBUTIONS = `query($service: String!, $slug: String!, $period: String!, $after: String) {
  commitment(service: $service, slug: $slug) { result(period: $period) {
    contributions(first: 200, after: $after) {
      edges { node { verdict evidence { label } } } pageInfo { hasNextPage endCursor } } } } }`;

export interface CommitmentPath {
  service: string;
  slug: string;
}

export interface Figure {
  period: string;
  numerator: string;
  denominator: string;
}

/** The results of a commitment, oldest first. */
export async function resultsOf(user: GraphUser, path: CommitmentPath, from: string, to: string): Promise<Figure[]> {
  return (await user.ask(RESULTS, { ...path, from, to })).commitment.results;
}

/** Whether the clock of each decided ticket met its target, by the number of the ticket. */
export async function ticketVerdicts(
  user: GraphUser,
  path: CommitmentPath,
  from: string,
  to: string,
): Promise<Map<string, boolean>> {
  const verdicts = new Map<string, boolean>();
  for (const { period, denominator } of await resultsOf(user, path, from, to)) {
    let after: string | null = Number(denominator) > 0 ? '' : null;
    while (after !== null) {
      const { commitment } = await user.ask(CONTRIBUTIONS, { ...path, period, after: after || null });
      const { edges, pageInfo } = commitment.result.contributions;
      for (const { node } of edges) {
        if (node.verdict === 'met' || node.verdict === 'missed')
          verdicts.set(node.evidence.label, node.verdict === 'met');
      }
      after = pageInfo.hasNextPage ? pageInfo.endCursor : null;
    }
  }
  return verdicts;
}

const MISSES = `query($service: String!, $slug: String!, $from: String!, $to: String!) {
  commitment(service: $service, slug: $slug) { results(from: $from, to: $to) {
    numerator denominator missesByHolder { misses runningMs holder { name } } } } }`;

/** Of each month: how many tickets were missed, and with whom their time ran out. */
export async function missesByHolder(user: GraphUser, path: CommitmentPath, from: string, to: string) {
  const { results } = (await user.ask(MISSES, { ...path, from, to })).commitment;
  return (results as MissedMonth[]).map(({ numerator, denominator, missesByHolder: byHolder }) => ({
    missed: Number(denominator) - Number(numerator),
    byHolder,
  }));
}

interface MissedMonth extends Omit<Figure, 'period'> {
  missesByHolder: { misses: number; runningMs: number; holder: { name: string | null } }[];
}
