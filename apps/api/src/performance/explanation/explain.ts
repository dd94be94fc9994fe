import { explainStep } from '@accord/domain';
import type { Step } from '@accord/sla';
import type { Loaders } from '../../platform/graphql/loaders.js';
import type { AroundPromised } from '../measurements/around-limit.loader.js';
import type { CorrectedMeasurementRow } from '../measurements/corrected-measurement.loader.js';
import type { OutageCorrectionRow } from '../outages/outage-correction.loader.js';
import type { StoredStep } from '../results/stored-judgement.js';
import { evidenceLink } from './evidence.loader.js';
import type { ExplanationStep } from './explanation.type.js';

/** The steps for who may not look at single tickets: how many there were stays. */
export function withoutTickets(steps: readonly StoredStep[]): StoredStep[] {
  return steps.map((step) => ({
    ...step,
    evidence: step.evidence?.filter((reference) => !reference.startsWith('ticket:')),
  }));
}

/** The steps for who may know how a figure came about, and not what it costs. */
export function withoutCredit(steps: readonly StoredStep[]): StoredStep[] {
  return steps.filter(({ rule }) => !rule.startsWith('credit.'));
}

/**
 * The steps with what was corrected of the evidence that they begin with, after the period that they are of. It is not
 * part of the calculation, which knows what counts and not what counted before.
 */
export function withCorrected(
  [period, ...steps]: readonly StoredStep[],
  {
    measurements,
    outages,
  }: { measurements: readonly CorrectedMeasurementRow[]; outages: readonly OutageCorrectionRow[] },
): StoredStep[] {
  if (!period) return [];
  const corrected: StoredStep[] = [];
  if (measurements[0]) {
    const { firstAt, lastAt, totalCount } = measurements[0];
    corrected.push(correctedStep('measurements.corrected', [firstAt, lastAt], totalCount));
  }
  if (outages.length > 0) {
    const instants = outages.map(({ correctedAt }) => correctedAt).sort((a, b) => a.getTime() - b.getTime());
    corrected.push(correctedStep('outages.corrected', instants, outages.length));
  }
  return [period, ...corrected, ...steps];
}

/** The steps with what is taken for granted where a histogram has no bound at the limit, after how many values kept it. */
export function withBounds(steps: readonly StoredStep[], around: AroundPromised | null): StoredStep[] {
  if (!around) return [...steps];
  const { limit, unit, below, above } = around;
  const bounds: StoredStep = { rule: 'percentile.bounds', inputs: { limit, unit }, result: { below, above } };
  return steps.flatMap((step) => (step.rule === 'percentile.within' ? [step, bounds] : [step]));
}

/** @param instants When something was corrected, in order. */
const correctedStep = (rule: string, instants: readonly Date[], count: number): StoredStep => ({
  rule,
  inputs: { from: instants[0]!.getTime(), to: instants.at(-1)!.getTime() },
  result: count,
});

/**
 * Steps as clients read them, with links to their evidence.
 *
 * @param basis What the whole calculation rests on; it is linked from the first step.
 */
export function explain(
  loaders: Loaders,
  steps: readonly StoredStep[],
  basis: readonly string[] = [],
): Promise<ExplanationStep[]> {
  return Promise.all(
    steps.map(async (stored, i) => {
      const { rule, inputs, result, evidence } = explainStep(stored as Step);
      const references = i === 0 ? [...basis, ...evidence] : evidence;
      const links = await Promise.all(references.map((reference) => loaders.load(evidenceLink, reference)));
      return { rule, inputs: [...inputs], result: [...result], evidence: links.filter((link) => link !== null) };
    }),
  );
}
