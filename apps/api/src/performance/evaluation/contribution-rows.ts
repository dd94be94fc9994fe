import type { Contribution, CountContribution, Interval, OutageContribution, TicketContribution } from '@accord/sla';
import { instantOf } from '../../platform/instant-of.js';
import type { ResultContributionEntity } from '../results/result-contribution.entity.js';
import type { Judged } from './judge-period.js';

type ContributionRow = Omit<ResultContributionEntity, 'resultId' | 'position'>;

/** The evidence of a judgement, what spent most of the budget first; each row is made when it is asked for. */
export function* contributionRows(judged: Judged): Generator<ContributionRow> {
  const ordered = judged.judgement.contributions
    .map((contribution) => ({ contribution, weight: weightOf(contribution) }))
    .sort((a, b) => b.weight[0] - a.weight[0] || b.weight[1] - a.weight[1]);
  for (const { contribution } of ordered) yield rowOf(judged, contribution);
}

/** Bad before undecided before good before what does not count; among each other by how much. */
function weightOf(contribution: Contribution): [number, number] {
  switch (contribution.kind) {
    case 'outage':
      return [contribution.notCounted === null ? 3 : 0, contribution.countedMs];
    case 'count':
      return [contribution.notCounted === null ? 3 : 0, contribution.total - contribution.good];
    case 'ticket': {
      const { verdict, notCounted, elapsedMs, targetMs } = contribution;
      const rank = verdict === 'missed' ? 3 : notCounted === 'undecided' ? 2 : verdict === 'met' ? 1 : 0;
      return [rank, (elapsedMs ?? 0) - (targetMs ?? 0)];
    }
  }
}

function rowOf(judged: Judged, contribution: Contribution): ContributionRow {
  switch (contribution.kind) {
    case 'outage':
      return outageRow(contribution);
    case 'count':
      return countRow(contribution);
    case 'ticket':
      return ticketRow(judged, contribution);
  }
}

const NOTHING = {
  priority: null,
  targetMs: null,
  dueNear: null,
  dueFar: null,
  good: null,
  total: null,
  measurements: null,
  pauses: null,
  calendarVersionId: null,
};

function outageRow({ ref, from, to, countedMs, notCounted }: OutageContribution): ContributionRow {
  const [kind, evidenceId] = ref.split(':') as ['outage' | 'probe', string];
  const bad = notCounted === null && countedMs > 0;
  const verdict = bad ? 'down' : 'notCounted';
  return {
    ...NOTHING,
    kind,
    evidenceId,
    fromAt: new Date(from),
    toAt: new Date(to),
    countedMs: String(countedMs),
    bad,
    verdict,
    notCounted,
  };
}

function countRow({ ref, from, to, good, total, intervals, notCounted }: CountContribution): ContributionRow {
  const bad = notCounted === null && good < total;
  const [kind, evidenceId] = ref.split(':') as ['count' | 'answers', string];
  return {
    ...NOTHING,
    kind,
    evidenceId,
    fromAt: new Date(from),
    toAt: new Date(to),
    countedMs: null,
    bad,
    verdict: notCounted ? 'notCounted' : bad ? 'bad' : 'good',
    notCounted,
    good: String(good),
    total: String(total),
    measurements: intervals,
  };
}

function ticketRow({ tickets, exclusions }: Judged, contribution: TicketContribution): ContributionRow {
  const { ref, verdict, targetMs, elapsedMs, dueAt, notCounted } = contribution;
  const { priority, startAt, stopAt, pauses = [], calendarVersionId } = tickets.get(ref)!;
  return {
    kind: 'ticket',
    evidenceId: idOf(ref),
    fromAt: new Date(startAt),
    toAt: stopAt == null ? null : new Date(stopAt),
    countedMs: elapsedMs === null ? null : String(elapsedMs),
    bad: verdict === 'missed',
    verdict: verdict ?? (notCounted === 'undecided' ? 'running' : 'notCounted'),
    notCounted,
    priority: Number(priority),
    targetMs: targetMs === null ? null : String(targetMs),
    dueNear: dueAt && instantOf(dueAt.near),
    dueFar: dueAt && instantOf(dueAt.far),
    good: null,
    total: null,
    measurements: null,
    calendarVersionId,
    pauses: standstills(pauses, exclusions, startAt, stopAt ?? null),
  };
}

/** Everything that held the clock, so that its calculation can be repeated from this row alone. */
function standstills(
  pauses: readonly { readonly from: number; readonly to: number | null }[],
  exclusions: readonly Interval[],
  startAt: number,
  stopAt: number | null,
): ContributionRow['pauses'] {
  const excluded = exclusions.filter(({ from, to }) => to > startAt && (stopAt === null || from < stopAt));
  if (pauses.length + excluded.length === 0) return null;
  return [...pauses, ...excluded].map(({ from, to }) => [from, to] as const);
}

const idOf = (ref: string): string => ref.slice(ref.indexOf(':') + 1);
