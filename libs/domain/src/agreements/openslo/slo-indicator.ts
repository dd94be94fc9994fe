import { DomainError } from '../../domain-error.js';
import { type Indicator, INDICATOR_KINDS } from '../indicator.js';
import type { Sli, Slo, SloObjective } from './openslo-document.js';

/** The type of a metric source whose indicator is one of Accord's own. */
export const ACCORD_SOURCE = 'Accord';

/** What an objective measures, as one of our indicators. */
export interface JudgedIndicator {
  readonly indicator: Indicator;
  /** What its counts have to say, or how Accord judges otherwise than the file says; null when there is no more to say. */
  readonly note: string | null;
  readonly isOtherwise: boolean;
}

/**
 * The indicator that an SLO is about, written in it or named by it.
 *
 * @throws {DomainError} `NOT_HELD` for a composite SLO; `UNFIT_FILE` when the indicator that it names is not in the file.
 */
export function sliOf(slo: Slo, slis: readonly Sli[]): Sli {
  const { indicator, indicatorRef } = slo.spec;
  if (indicator) return indicator;
  const name = slo.metadata.name;
  if (!indicatorRef) {
    const sentence = `SLO ${name} has no indicator of its own: an SLO made of others is not yet held.`;
    throw new DomainError('NOT_HELD', sentence, ['spec', 'indicator']);
  }
  const found = slis.find(({ metadata }) => metadata.name === indicatorRef);
  if (found) return found;
  const sentence = `SLO ${name} names the indicator ${indicatorRef}, and the file holds no such SLI.`;
  throw new DomainError('UNFIT_FILE', sentence, ['spec', 'indicatorRef']);
}

/** @throws {DomainError} `UNFIT_FILE` when the indicator has no metric, or the objective lacks what it needs. */
export function judgedIndicator(slo: Slo, sli: Sli, objective: SloObjective): JudgedIndicator {
  const own = ownIndicator(sli);
  if (own) return { indicator: own, note: null, isOtherwise: false };
  const { series, note } = counted(slo, sli, objective);
  const { timeSliceTarget, timeSliceWindow = '1m' } = objective;
  const slice = typeof timeSliceWindow === 'number' ? `${timeSliceWindow}m` : timeSliceWindow;
  switch (slo.spec.budgetingMethod) {
    case 'Occurrences':
      return made(series, note);
    case 'RatioTimeslices': {
      const sentence = `Judged as good of all events in the period, not as an average over slices of ${slice}.`;
      return { ...made(series, sentence), isOtherwise: true };
    }
    case 'Timeslices': {
      if (timeSliceTarget == null) throw lacks(slo, 'timeSliceTarget', 'an objective of time slices needs one');
      const words = `slices of ${slice} at ${timeSliceTarget}`;
      return made(`${series}, ${words}`, `Whoever measures counts ${words} of all slices; Accord does not cut them.`);
    }
  }
}

const made = (series: string, note: string | null): JudgedIndicator => ({
  indicator: { kind: 'goodOfTotal', series },
  note,
  isOtherwise: false,
});

/** What is counted, and who has to see to it. */
function counted(slo: Slo, sli: Sli, { op, value }: SloObjective): { series: string; note: string | null } {
  const { ratioMetric, thresholdMetric } = sli.spec;
  const { name } = sli.metadata;
  if (thresholdMetric) {
    if (!op || value == null) throw lacks(slo, 'op', 'an objective of a threshold needs op and value');
    const bound = `${op} ${value}`;
    return {
      series: `${name} ${bound}`,
      note: `Whoever measures counts the values that are ${bound}; Accord does not compare them.`,
    };
  }
  if (!ratioMetric) throw lacks(slo, 'indicator', `the indicator ${name} has no ratioMetric and no thresholdMetric`);
  if (!ratioMetric.bad) return { series: name, note: null };
  return { series: name, note: 'Whoever measures counts the good events: all but the bad ones.' };
}

/** What Accord wrote itself. */
function ownIndicator({ spec: { ratioMetric } }: Sli): Indicator | null {
  const source = ratioMetric?.total?.metricSource;
  if (source?.type !== ACCORD_SOURCE) return null;
  const indicator = (source.spec as { indicator?: Indicator } | null | undefined)?.indicator;
  return indicator && INDICATOR_KINDS.includes(indicator.kind) ? indicator : null;
}

const lacks = ({ metadata: { name } }: Slo, field: string, why: string) =>
  new DomainError('UNFIT_FILE', `SLO ${name}: ${why}.`, ['spec', 'objectives', field]);
