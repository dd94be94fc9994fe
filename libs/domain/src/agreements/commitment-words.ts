import { Decimal } from 'decimal.js';
import type { CommitmentPromise } from './commitment-terms.js';
import type { TicketMetric } from './indicator.js';

const DONE: Readonly<Record<TicketMetric, string>> = {
  firstResponse: 'answered',
  resolution: 'resolved',
  closure: 'closed',
};
const MINUTE = 60_000;

/** What a commitment promises, as one sentence: "Available for at least 99.9 % of the service time, every month." */
export function promiseInWords({
  indicator,
  target,
  comparator,
  windowKind,
}: Pick<CommitmentPromise, 'indicator' | 'target' | 'comparator' | 'windowKind'>): string {
  const bound = `${comparator === 'atLeast' ? 'at least' : 'at most'} ${new Decimal(target).toFixed()}%`;
  const every = `every ${windowKind}`;
  switch (indicator.kind) {
    case 'availability':
      return `Available for ${bound} of the service time, ${every}.`;
    case 'goodOfTotal':
      return `Of all "${indicator.series}", ${bound} are good, ${every}.`;
    case 'percentile':
      return `Of all "${indicator.series}", ${bound} are within ${indicator.limit} ${indicator.unit}, ${every}.`;
    case 'satisfaction': {
      const { series, satisfiedFrom, lowest, highest } = indicator;
      return `Of all answers to "${series}", ${bound} score ${satisfiedFrom} or more of ${lowest} to ${highest}, ${every}.`;
    }
    case 'ticketsInTime': {
      const targets = [...indicator.targets]
        .sort((one, other) => one.priority - other.priority)
        .map(({ priority, targetMs }) => `priority ${priority} within ${timeInWords(targetMs)}`);
      return `Of all tickets, ${bound} are ${DONE[indicator.metric]} in time, ${every}: ${targets.join(', ')}.`;
    }
  }
}

/** In hours where they are whole. */
function timeInWords(ms: number): string {
  const minutes = Math.round(ms / MINUTE);
  return minutes % 60 === 0 ? `${minutes / 60} h` : `${minutes} min`;
}
