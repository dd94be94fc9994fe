import type { Indicator, PercentileIndicator } from '@accord/domain';
import type { Interval } from '@accord/sla';
import type { ServiceLedger, TicketRow } from './ledger.js';

/** The newest instant that was measured of what a period is judged by; null = nothing. */
export function newestMeasured(
  indicator: Indicator,
  { outages, probes, tickets, counts, values, answers }: ServiceLedger,
  period: Interval,
): number | null {
  switch (indicator.kind) {
    case 'goodOfTotal':
      return latest(counts.filter(({ series }) => series === indicator.series).filter(touches(period)), ({ to }) => to);
    case 'percentile':
      return latest(values.filter(isOf(indicator)).filter(touches(period)), ({ to }) => to);
    case 'satisfaction': {
      const given = answers.filter(
        ({ series, at }) => series === indicator.series && period.from <= at && at < period.to,
      );
      return latest(given, ({ at, until }) => until ?? at);
    }
    case 'ticketsInTime':
      return latest(tickets.filter(livesIn(period)), ({ observedAt }) => observedAt);
    case 'availability':
      if (indicator.source === 'outages') return latest(outages.filter(touches(period)), ({ from, to }) => to ?? from);
      return probes.findLast(({ at }) => period.from <= at && at < period.to)?.at ?? null;
  }
}

/** Whether values are those that a promise is about. */
export const isOf =
  (indicator: PercentileIndicator) =>
  ({ series, unit }: { readonly series: string; readonly unit: string }): boolean =>
    series === indicator.series && unit === indicator.unit;

export const touches =
  (period: Interval) =>
  ({ from, to }: { readonly from: number; readonly to: number | null }): boolean =>
    from < period.to && (to === null || to > period.from);

/** Whether a ticket was open at some time of the period. */
export const livesIn =
  (period: Interval) =>
  ({ openedAt, closedAt }: TicketRow): boolean =>
    openedAt < period.to && (closedAt === null || closedAt >= period.from);

const latest = <Row>(rows: readonly Row[], at: (row: Row) => number): number | null =>
  rows.reduce<number | null>((newest, row) => (newest === null ? at(row) : Math.max(newest, at(row))), null);
