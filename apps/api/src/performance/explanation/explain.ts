import { explainStep } from '@accord/domain';
import type { Step } from '@accord/sla';
import type { Loaders } from '../../platform/graphql/loaders.js';
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
