import { chargeOf, clockOf, type PeriodCharge, type TicketsInTimeIndicator } from '@accord/domain';
import {
  type Evidence,
  type Interval,
  judge,
  type Judgement,
  type Period,
  readProbes,
  type Stretch,
  type Ticket,
} from '@accord/sla';
import type { Judgeable } from './judgeable.js';
import { evidenceOf, type Ledger, type ServiceLedger, type TicketRow } from './ledger.js';
import { type PinnedTerms, TermsMaker } from './pinned-terms.js';
import { type TermsAt, termsAt } from './terms-at.js';

/** A commitment judged over one period, with what the judgement itself does not repeat. */
export interface Judged {
  readonly commitment: Judgeable;
  readonly pinned: PinnedTerms;
  readonly judgement: Judgement;
  /** For the period; null where the agreement names none. */
  readonly charge: PeriodCharge | null;
  /** Time of which probes tell nothing. */
  readonly gaps: readonly Interval[];
  /** By reference: the clocks that were judged. */
  readonly tickets: ReadonlyMap<string, Ticket>;
  readonly exclusions: readonly Interval[];
  readonly dataAsOf: number | null;
}

export interface Judging {
  readonly commitment: Judgeable;
  readonly period: Period;
  readonly pinned: PinnedTerms;
}

/** Judges by what the ledger holds. @param further Time that is only proposed to be left out. */
export class Judge {
  private readonly readings = new Map<string, ReturnType<typeof readProbes>>();
  private readonly terms = new TermsMaker();
  private readonly termsByCommitment = new Map<string, TermsAt>();

  constructor(
    private readonly ledger: Ledger,
    private readonly range: Interval,
    private readonly at: Date,
  ) {}

  judge({ commitment, period, pinned }: Judging, further: readonly Stretch[] = []): Judged {
    const measured = this.ledger.ofService(commitment.serviceId);
    const exclusions = [...this.ledger.exclusionsOf(commitment.id), ...further];
    const { indicator } = pinned.row;
    const evidence = this.evidence({ commitment, period, pinned }, measured, exclusions);
    const { monthlyCharge } = pinned.row;
    const charge =
      monthlyCharge === null ? null : chargeOf({ amount: monthlyCharge, currency: commitment.currency }, period);
    const judgement = judge(pinned.terms, period, evidence, {
      asOf: this.at.getTime(),
      charge: charge && charge.charge,
    });
    return {
      commitment,
      pinned,
      judgement,
      charge,
      gaps: evidence.kind === 'outages' ? (evidence.gaps ?? []) : [],
      tickets: new Map(evidence.kind === 'tickets' ? evidence.tickets.map((ticket) => [ticket.ref, ticket]) : []),
      exclusions,
      dataAsOf:
        measured.newest[evidenceOf(indicator) === 'goodOfTotal' ? 'counts' : (evidenceOf(indicator) as 'outages')],
    };
  }

  private evidence(
    judging: Judging,
    { outages, probes, tickets, counts, maintenance }: ServiceLedger,
    exclusions: readonly Stretch[],
  ): Evidence {
    const { period, pinned } = judging;
    const { serviceId } = judging.commitment;
    const { indicator } = pinned.row;
    const takenOut = { maintenance: maintenance.filter(touches(period)), exclusions };
    switch (indicator.kind) {
      case 'goodOfTotal':
        return {
          kind: 'counts',
          counts: counts.filter(({ series }) => series === indicator.series).filter(touches(period)),
          ...takenOut,
        };
      case 'ticketsInTime': {
        const near = tickets.filter(
          ({ openedAt, closedAt }) => openedAt < period.to && (closedAt === null || closedAt >= period.from),
        );
        return { kind: 'tickets', tickets: near.map((ticket) => this.clock(judging, ticket)), ...takenOut };
      }
      case 'availability': {
        if (indicator.source === 'outages')
          return { kind: 'outages', outages: outages.filter(touches(period)), ...takenOut };
        const reading = this.readingOf(serviceId, probes, indicator.longestHoldMs);
        const gaps = reading.gaps.filter(touches(period)).map((gap) => ({ ref: `probe:${serviceId}`, ...gap }));
        return { kind: 'outages', outages: reading.outages.filter(touches(period)), gaps, ...takenOut };
      }
    }
  }

  /** A clock runs by the terms and hours of the period in which it began, so that it is decided once, whoever asks. */
  private clock({ commitment, period, pinned }: Judging, ticket: TicketRow): Ticket {
    const opened = ticket.openedAt < period.from ? this.termsAt(commitment)(ticket.openedAt) : pinned;
    const own = opened.terms.indicator.kind === 'ticketsInTime' ? opened : pinned;
    const { calendar, indicator } = own.terms;
    const { metric } = own.row.indicator as TicketsInTimeIndicator;
    const isOlder = own.row.id !== pinned.row.id || own.calendarVersionId !== pinned.calendarVersionId;
    return {
      ref: `ticket:${ticket.id}`,
      priority: String(ticket.priority),
      ...clockOf(metric, ticket),
      ...(isOlder && indicator.kind === 'ticketsInTime' && { pinned: { calendar, targetMs: indicator.targetMs } }),
    };
  }

  private termsAt(commitment: Judgeable): TermsAt {
    const known = this.termsByCommitment.get(commitment.id) ?? termsAt(commitment, this.terms, this.at);
    this.termsByCommitment.set(commitment.id, known);
    return known;
  }

  /** Probes are read once for all periods. */
  private readingOf(serviceId: string, probes: ServiceLedger['probes'], longestHoldMs: number | null) {
    const key = `${serviceId} ${longestHoldMs}`;
    const known = this.readings.get(key) ?? readProbes(probes, this.range, longestHoldMs ?? undefined);
    this.readings.set(key, known);
    return known;
  }
}

const touches =
  (period: Interval) =>
  ({ from, to }: { readonly from: number; readonly to: number | null }): boolean =>
    from < period.to && (to === null || to > period.from);
