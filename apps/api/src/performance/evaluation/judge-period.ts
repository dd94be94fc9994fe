import {
  type BurnRates,
  burnRateOf,
  burnWindow,
  chargeOf,
  clockOf,
  countAnswers,
  type CountedAnswers,
  excusedTime,
  type FigureOfRecord,
  judgeOfRecord,
  type RuledMaintenance,
  type RuledOut,
  type PeriodCharge,
  type TicketsInTimeIndicator,
} from '@accord/domain';
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
import type { Ledger, ServiceLedger, TicketRow } from './ledger.js';
import { isOf, livesIn, newestMeasured, touches } from './newest-measured.js';
import { type PinnedTerms, TermsMaker } from './pinned-terms.js';
import { type TermsAt, termsAt } from './terms-at.js';

/** A commitment judged over one period, with what the judgement itself does not repeat. */
export interface Judged {
  readonly commitment: Judgeable;
  readonly pinned: PinnedTerms;
  readonly judgement: Judgement;
  /** For the period; null where the agreement names none. */
  readonly charge: PeriodCharge | null;
  /** Of a running period, so far; null once it is over. */
  readonly burnRates: BurnRates | null;
  /** Time of which probes tell nothing. */
  readonly gaps: readonly Interval[];
  /** By reference: the clocks that were judged. */
  readonly tickets: ReadonlyMap<string, JudgedTicket>;
  readonly exclusions: readonly Interval[];
  /** Maintenance and exclusions, as the evidence names them. */
  readonly takenOut: readonly Interval[];
  /** Maintenance that a rule of the contract does not let count as planned. */
  readonly ruledOut: readonly RuledOut[];
  readonly dataAsOf: number | null;
  /** Of satisfaction: the answers behind the figure, as far as anything may be said of them. */
  readonly answers: CountedAnswers | null;
}

/** A clock; with the hours of its beginning where those of the period are others. */
export interface JudgedTicket extends Ticket {
  readonly calendarVersionId: string | null;
}

export interface Judging {
  readonly commitment: Judgeable;
  readonly period: Period;
  /** Periods of the contract in which the time judged lies, by which its maintenance is ruled. Default: it is one itself. */
  readonly ruledIn?: readonly Period[];
  readonly pinned: PinnedTerms;
  /** What both sides go by in place of what we measured. */
  readonly record?: FigureOfRecord | undefined;
  /** What counts after all, as if nobody had agreed to leave it out. Default: nothing. */
  readonly counted?: { readonly exclusions: boolean; readonly maintenance: boolean };
  /** References of exclusions that count after all, as they were approved too late. Default: none. */
  readonly excludedSince?: ReadonlySet<string> | undefined;
}

/** What holds for all that is judged together. */
interface Frame {
  /** Time of the periods. */
  readonly range: Interval;
  /** Maintenance under contracts that have rules for it. */
  readonly ruled: ReadonlyMap<Judging, RuledMaintenance>;
  readonly at: Date;
}

/** Judges by what the ledger holds. */
export class Judge {
  private readonly readings = new Map<string, ReturnType<typeof readProbes>>();
  private readonly terms = new TermsMaker();
  private readonly termsByCommitment = new Map<Judgeable, TermsAt>();

  constructor(
    private readonly ledger: Ledger,
    private readonly frame: Frame,
  ) {}

  /** @param further Time that is only proposed to be left out. */
  judge(judging: Judging, further: readonly Stretch[] = []): Judged {
    const { commitment, period, pinned, counted, excludedSince } = judging;
    const known = this.ledger.of(commitment);
    const { planned, ruledOut } = this.maintenance(judging, known);
    const measured = { ...known, maintenance: [...planned] };
    const agreed = counted?.exclusions ? [] : this.ledger.exclusionsOf(commitment.id);
    const exclusions = [...agreed.filter(({ ref }) => !excludedSince?.has(ref)), ...further];
    const { indicator } = pinned.row;
    const { clocks, answers, evidence } = this.gathered(judging, measured, exclusions);
    const { monthlyCharge } = pinned.row;
    const charge =
      monthlyCharge === null ? null : chargeOf({ amount: monthlyCharge, currency: commitment.currency }, period);
    const ours = judge(pinned.terms, period, evidence, {
      asOf: this.frame.at.getTime(),
      charge: charge && charge.charge,
    });
    const judgement = judging.record
      ? judgeOfRecord(judging.record, {
          ours,
          promise: pinned.row,
          currency: commitment.currency,
          period,
          charge: charge && charge.charge,
        })
      : ours;
    return {
      commitment,
      pinned,
      judgement,
      charge,
      burnRates: judgement.open ? this.burnRates(judging, judgement.judgedTo, measured, exclusions) : null,
      gaps: evidence.kind === 'outages' ? (evidence.gaps ?? []) : [],
      tickets: new Map(clocks.map((clock) => [clock.ref, clock])),
      exclusions,
      takenOut: [...(evidence.maintenance ?? []), ...(evidence.exclusions ?? [])],
      ruledOut,
      dataAsOf: newestMeasured(indicator, measured, period),
      answers,
    };
  }

  private maintenance(judging: Judging, { maintenance }: ServiceLedger): RuledMaintenance {
    if (judging.counted?.maintenance) return { planned: [], ruledOut: [] };
    return this.frame.ruled.get(judging) ?? { planned: maintenance, ruledOut: [] };
  }

  private gathered(judging: Judging, measured: ServiceLedger, exclusions: readonly Stretch[]) {
    const clocks = this.clocks(judging, measured);
    const answers = this.answers(judging, measured, exclusions);
    return { clocks, answers, evidence: this.evidence(judging, { ...measured, clocks }, answers, exclusions) };
  }

  private answers({ pinned, period }: Judging, { answers }: ServiceLedger, exclusions: readonly Stretch[]) {
    const { indicator } = pinned.row;
    if (indicator.kind !== 'satisfaction') return null;
    const judgedTo = Math.max(period.from, Math.min(this.frame.at.getTime(), period.to));
    const own = answers.filter(({ series }) => series === indicator.series);
    return countAnswers(indicator, { from: period.from, to: judgedTo }, own, exclusions);
  }

  /** By the same calculation, over the last day and the last week. */
  private burnRates(
    judging: Judging,
    judgedTo: number,
    measured: ServiceLedger,
    exclusions: readonly Stretch[],
  ): BurnRates {
    const { terms, row } = judging.pinned;
    const rate = (days: 1 | 7): string | null => {
      const period = burnWindow(judging.period, judgedTo, days);
      if (period.from >= period.to) return null;
      const { evidence } = this.gathered({ ...judging, period }, measured, exclusions);
      return burnRateOf(judge(terms, period, evidence, { asOf: judgedTo }), row);
    };
    return { day: rate(1), week: rate(7) };
  }

  private evidence(
    judging: Judging,
    { outages, probes, clocks, counts, values, maintenance }: ServiceLedger & { clocks: readonly JudgedTicket[] },
    answers: CountedAnswers | null,
    exclusions: readonly Stretch[],
  ): Evidence {
    const { period, pinned } = judging;
    const { indicator } = pinned.row;
    const takenOut = (known: readonly { from: number; to: number | null }[] = []) => ({
      maintenance: maintenance.flatMap((announced) => excusedTime(announced, known)).filter(touches(period)),
      exclusions,
    });
    switch (indicator.kind) {
      case 'goodOfTotal':
        return {
          kind: 'counts',
          counts: counts.filter(({ series }) => series === indicator.series).filter(touches(period)),
          ...takenOut(),
        };
      case 'percentile':
        return {
          kind: 'sketches',
          sketches: values.filter(isOf(indicator)).filter(touches(period)),
          ...takenOut(),
        };
      case 'satisfaction':
        // What is taken out was taken out answer by answer; maintenance is nothing that answers are excused by.
        return { kind: 'counts', counts: answers!.counts };
      case 'ticketsInTime':
        return { kind: 'tickets', tickets: clocks, ...takenOut() };
      case 'availability': {
        if (indicator.source === 'outages')
          return { kind: 'outages', outages: outages.filter(touches(period)), ...takenOut(outages) };
        const reading = this.readingOf(judging.commitment, probes, indicator.longestHoldMs);
        const gaps = reading.gaps.filter(touches(period)).map((gap) => ({ ref: 'gap', ...gap }));
        return {
          kind: 'outages',
          outages: reading.outages.filter(touches(period)),
          gaps,
          ...takenOut(reading.outages),
        };
      }
    }
  }

  private clocks(judging: Judging, { tickets }: ServiceLedger): JudgedTicket[] {
    const { period, pinned } = judging;
    if (pinned.row.indicator.kind !== 'ticketsInTime') return [];
    return tickets.filter(livesIn(period)).map((ticket) => this.clock(judging, ticket));
  }

  /** A clock runs by the terms and hours of the period in which it began, so that it is decided once, whoever asks. */
  private clock({ commitment, period, pinned }: Judging, ticket: TicketRow): JudgedTicket {
    const opened = ticket.openedAt < period.from ? this.termsAt(commitment)(ticket.openedAt) : pinned;
    const own = opened.terms.indicator.kind === 'ticketsInTime' ? opened : pinned;
    const { calendar, indicator } = own.terms;
    const { metric } = own.row.indicator as TicketsInTimeIndicator;
    const isOlder = own.row.id !== pinned.row.id || own.calendarVersionId !== pinned.calendarVersionId;
    return {
      ref: `ticket:${ticket.id}`,
      calendarVersionId: own.calendarVersionId === pinned.calendarVersionId ? null : own.calendarVersionId,
      priority: String(ticket.priority),
      ...clockOf(metric, ticket),
      ...(isOlder && indicator.kind === 'ticketsInTime' && { pinned: { calendar, targetMs: indicator.targetMs } }),
    };
  }

  private termsAt(commitment: Judgeable): TermsAt {
    const known = this.termsByCommitment.get(commitment) ?? termsAt(commitment, this.terms, this.frame.at);
    this.termsByCommitment.set(commitment, known);
    return known;
  }

  /** Probes are read once for all periods. */
  private readingOf({ serviceId, timeZone }: Judgeable, probes: ServiceLedger['probes'], longestHoldMs: number | null) {
    const key = `${serviceId} ${timeZone} ${longestHoldMs}`;
    const known = this.readings.get(key) ?? readProbes(probes, this.frame.range, longestHoldMs ?? undefined);
    this.readings.set(key, known);
    return known;
  }
}
