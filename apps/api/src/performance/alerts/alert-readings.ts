import {
  type AlertLevel,
  alertWindows,
  type BurningBudget,
  budgetTarget,
  burningBudgets,
  errorRatioOf,
  periodName,
  stepWords,
  ticketSteps,
} from '@accord/domain';
import { type Calendar, decideTicket } from '@accord/sla';
import { alertPairs, readAlerts } from '@accord/sla/burn';
import type { EntityManager } from 'typeorm';
import type { Evaluation } from '../evaluation/evaluation.js';
import type { Judged, Judging } from '../evaluation/judge-period.js';
import { loadJudgeable } from '../evaluation/judgeable.js';
import { TermsMaker } from '../evaluation/pinned-terms.js';
import { judgedPeriods } from '../evaluation/terms-at.js';

/** Something that is the matter now, of a budget or of a clock. */
export interface AlertReadingNow {
  readonly commitmentId: string;
  readonly period: string;
  readonly ticketId: string | null;
  readonly step: number | null;
  readonly level: AlertLevel;
  readonly what: string;
  /** Enough to be raised, not only to go on. */
  readonly raised: boolean;
  /** In whose hours it is told. */
  readonly calendar: Calendar;
  readonly anyHour: boolean;
}

/** What is the matter with the running periods of the commitments. */
export async function readingsNow(
  tx: EntityManager,
  evaluation: Evaluation,
  commitmentIds: readonly string[],
  at: Date,
): Promise<AlertReadingNow[]> {
  const terms = new TermsMaker();
  const running = (await loadJudgeable(tx, commitmentIds)).flatMap((commitment): Judging[] => {
    const last = judgedPeriods(commitment, at).at(-1);
    if (!last || last.period.to <= at.getTime()) return [];
    return [{ commitment, period: last.period, pinned: terms.forPeriod(commitment, last.termsId, last.period) }];
  });
  const ofTickets = running.filter(({ pinned }) => pinned.row.indicator.kind === 'ticketsInTime');
  const ofBudgets = running.filter((judging) => !ofTickets.includes(judging));
  const numbers = await numbersOf(tx, await evaluation.judgeWindows(tx, ofTickets, at), at);
  const windows = ofBudgets.map((judging) => windowsOf(judging, at));
  const judged = await evaluation.judgeWindows(
    tx,
    windows.flatMap((own) => own.map(({ judging }) => judging)),
    at,
  );
  let read = 0;
  const budgets = windows.flatMap((own, i) => {
    const ratios = new Map(own.map(({ ms }) => [ms, judged[read++]!] as const));
    return budgetReadings(ofBudgets[i]!, ratios);
  });
  return [...budgets, ...numbers, ...(await missedOf(tx, running))];
}

/** Running periods that cannot be kept any more. */
async function missedOf(tx: EntityManager, running: readonly Judging[]): Promise<AlertReadingNow[]> {
  const rows: { commitmentId: string; period: string }[] = await tx.query(MISSED, [
    running.map(({ commitment }) => commitment.id),
  ]);
  const missed = new Set(rows.map(({ commitmentId, period }) => `${commitmentId} ${period}`));
  return running
    .filter(({ commitment, period }) => missed.has(`${commitment.id} ${period.id}`))
    .map(({ commitment, period, pinned }) => ({
      commitmentId: commitment.id,
      period: period.id,
      ticketId: null,
      step: null,
      level: 'breach',
      what: `${periodName(period.id)} is missed already`,
      raised: true,
      calendar: pinned.terms.calendar,
      anyHour: pinned.row.urgentAtAnyHour,
    }));
}

const MISSED = `
  SELECT commitment_id AS "commitmentId", period FROM period_result
  WHERE state = 'open' AND verdict = 'missed' AND commitment_id = ANY($1)`;

/** The windows of a budget that end now; they begin with the first promise at the earliest. */
function windowsOf(judging: Judging, at: Date) {
  const { commitment, period } = judging;
  const periods = judgedPeriods(commitment, at).map((judged) => judged.period);
  const to = at.getTime();
  return alertWindows(alertPairs(period.to - period.from)).map((ms) => {
    const from = Math.max(periods[0]!.from, to - ms);
    const ruledIn = periods.filter((other) => other.from < to && other.to > from);
    return { ms, judging: { ...judging, period: { ...period, from, to }, ruledIn } };
  });
}

function budgetReadings(judging: Judging, windows: ReadonlyMap<number, Judged>): AlertReadingNow[] {
  const { commitment, period, pinned } = judging;
  const { target, comparator, urgentAtAnyHour } = pinned.row;
  const asked = budgetTarget(target, comparator);
  const ratioOf = (ms: number) => errorRatioOf(windows.get(ms)!.judgement, comparator);
  const readings = readAlerts(asked, alertPairs(period.to - period.from), ratioOf);
  return burningBudgets(readings, asked).map((burning) => ({
    commitmentId: commitment.id,
    period: period.id,
    ticketId: null,
    step: null,
    level: burning.level,
    what: burnWords(burning, period.id),
    raised: burning.raised,
    calendar: pinned.terms.calendar,
    anyHour: urgentAtAnyHour && burning.level === 'atRisk',
  }));
}

const HOUR_MS = 3_600_000;

/** The share of the budget that goes with it is known of a service only that is always open. */
function burnWords({ reading: { longMs, burnRate } }: BurningBudget, period: string): string {
  const hours = longMs / HOUR_MS;
  const last = hours >= 24 ? (hours === 24 ? 'day' : `${hours / 24} days`) : hours === 1 ? 'hour' : `${hours} hours`;
  const times = Number(Number(burnRate).toPrecision(3));
  return `over the last ${last} the budget of ${periodName(period)} burnt more than ${times} times as fast as allowed`;
}

async function numbersOf(tx: EntityManager, judged: readonly Judged[], at: Date): Promise<AlertReadingNow[]> {
  const reached = judged.flatMap((item) => clockReadings(item, at));
  const ids = reached.map(({ ticketId }) => ticketId);
  const rows: { id: string; number: string }[] =
    ids.length > 0 ? await tx.query('SELECT id, number FROM ticket WHERE id = ANY($1)', [ids]) : [];
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  return reached.map((reading) => {
    return { ...reading, what: stepWords([numbers.get(reading.ticketId!) ?? 'A ticket'], reading.step!) };
  });
}

/** Of clocks that run, or were missed in the period. */
function clockReadings({ commitment, pinned, judgement, tickets, exclusions }: Judged, at: Date): AlertReadingNow[] {
  const { indicator, calendar } = pinned.terms;
  if (indicator.kind !== 'ticketsInTime') return [];
  return [...tickets.values()].flatMap((ticket) => {
    const own = ticket.pinned ?? { calendar, targetMs: indicator.targetMs };
    const decided = decideTicket({ ...own, exclusions }, ticket, at.getTime());
    if (decided.decidedAt !== null && decided.decidedAt < judgement.period.from) return [];
    return ticketSteps(decided, pinned.row.ticketAlertPercents).map(({ step, level }) => ({
      commitmentId: commitment.id,
      period: judgement.period.id,
      ticketId: ticket.ref.slice('ticket:'.length),
      step,
      level,
      what: '',
      raised: true,
      calendar,
      anyHour: pinned.row.urgentAtAnyHour && level !== 'notice',
    }));
  });
}
