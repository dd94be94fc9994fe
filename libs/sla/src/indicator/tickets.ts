import { assertInstant } from '../foundation/check.js';
import { type Step, step } from '../foundation/explanation.js';
import { type Interval, unite } from '../foundation/interval.js';
import type { Stretch, Ticket } from './evidence.js';
import type { Measured, TicketContribution } from './measured.js';
import { assertTicketTerms, decide, type TicketDecision, type TicketTerms } from './ticket-decision.js';

/**
 * Counts the tickets decided from the start of a period until `judgedTo`, and how many of them missed their target.
 *
 * @throws {InputError} When a time is no instant, or an interval ends before it begins.
 */
export function measureTickets(
  terms: TicketTerms,
  period: Interval,
  judgedTo: number,
  tickets: readonly Ticket[],
  exclusions: readonly Stretch[],
): Measured {
  const excluding = { ...terms, exclusions: unite(exclusions) };
  const contributions: TicketContribution[] = [];
  let decidedOutside = 0;
  for (const [i, ticket] of tickets.entries()) {
    assertInstant(`tickets[${i}].startAt`, ticket.startAt);
    if (ticket.startAt >= judgedTo) continue;
    if (ticket.pinned !== undefined) assertTicketTerms('pinned', ticket.pinned);
    const decision = decide({ ...excluding, ...ticket.pinned }, ticket, judgedTo);
    const { decidedAt } = decision;
    if (decidedAt !== null && (decidedAt < period.from || decidedAt >= judgedTo)) decidedOutside += 1;
    else if (decidedAt === null && hasNothingToDoWith(ticket, period)) decidedOutside += 1;
    else contributions.push(contributionOf(decision));
  }
  const missed = contributions.filter(({ verdict }) => verdict === 'missed');
  const total = contributions.reduce((sum, { verdict }) => sum + Number(verdict !== null), 0);
  return {
    unit: 'tickets',
    bad: missed.length,
    total,
    periodTotal: total,
    coverage: null,
    losses: missed
      .map(({ decidedAt }) => ({ from: decidedAt!, to: decidedAt!, amount: 1 }))
      .sort((a, b) => a.from - b.from),
    contributions,
    steps: stepsOf(excluding, tickets.length, decidedOutside, exclusions, contributions, missed),
  };
}

/** A ticket without a target cannot be decided: it concerns the periods in which it was worked on. */
function hasNothingToDoWith({ stopAt }: Ticket, period: Interval): boolean {
  return stopAt != null && stopAt < period.from;
}

function contributionOf({ ref, decision, decidedAt, targetMs, elapsedMs, dueAt }: TicketDecision): TicketContribution {
  const verdict = decision === 'met' || decision === 'missed' ? decision : null;
  const notCounted = decision === 'undecided' ? decision : decision === 'notCounted' ? 'noTarget' : null;
  return { kind: 'ticket', ref, verdict, decidedAt, targetMs, elapsedMs, dueAt, notCounted };
}

function stepsOf(
  terms: TicketTerms,
  given: number,
  decidedOutside: number,
  exclusions: readonly Stretch[],
  contributions: readonly TicketContribution[],
  missed: readonly TicketContribution[],
): Step[] {
  const noTarget = contributions.filter(({ notCounted }) => notCounted === 'noTarget');
  const undecided = contributions.filter(({ notCounted }) => notCounted === 'undecided');
  const decided = contributions.length - noTarget.length - undecided.length;
  const refs = (items: readonly { readonly ref: string }[]) => items.map(({ ref }) => ref);
  return [
    step('tickets.target', { zone: terms.calendar.zone, alwaysOpen: terms.calendar.alwaysOpen }, terms.targetMs),
    step('tickets.standstill', { exclusions: exclusions.length }, exclusions.length, refs(exclusions)),
    step('tickets.decided', { given, decidedOutside, undecided: undecided.length }, decided),
    step('tickets.withoutTarget', { given }, noTarget.length, refs(noTarget)),
    step('tickets.missed', { decided }, missed.length, refs(missed)),
  ];
}
