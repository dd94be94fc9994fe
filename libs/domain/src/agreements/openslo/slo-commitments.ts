import { ALWAYS_OPEN } from '@accord/sla';
import { DomainError } from '../../domain-error.js';
import { Exact } from '../../exact.js';
import { assertPromise, type CommitmentPromise, type Comparator } from '../commitment-terms.js';
import { slugFrom } from '../../slug.js';
import type { Sli, Slo, SloObjective } from './openslo-document.js';
import { ACCORD_SOURCE, type JudgedIndicator, judgedIndicator, sliOf } from './slo-indicator.js';
import { type JudgedWindow, judgedWindow } from './slo-window.js';

/** What one objective of an SLO comes to. */
export interface SloCommitment {
  /** Slug of the service. */
  readonly service: string;
  readonly slug: string;
  readonly name: string;
  readonly promise: CommitmentPromise;
  readonly window: JudgedWindow;
  readonly judged: JudgedIndicator;
}

/**
 * The commitments of an SLO, one for each objective, in their order. What OpenSLO does not say is as it is most often:
 * 24×7, time without data left out, no credit.
 *
 * @throws {DomainError} `NOT_HELD` or `UNFIT_FILE` with what is missing; another code when an objective contradicts itself.
 */
export function commitmentsOf(slo: Slo, slis: readonly Sli[]): SloCommitment[] {
  const { metadata, spec } = slo;
  const sli = sliOf(slo, slis);
  const window = judgedWindow(spec.timeWindow[0]!);
  const whole = metadata.displayName ?? metadata.name;
  const isOnly = spec.objectives.length === 1;
  const comparator: Comparator = sli.spec.ratioMetric?.bad && isOwn(sli) ? 'atMost' : 'atLeast';
  const commitments = spec.objectives.map((objective, i): SloCommitment => {
    const judged = judgedIndicator(slo, sli, objective);
    const promise: CommitmentPromise = {
      indicator: judged.indicator,
      target: targetOf(metadata.name, objective, comparator),
      comparator,
      windowKind: window.windowKind,
      missingData: 'ignore',
      coverageFloor: '0',
      providerOwesData: false,
      excludedTime: 'removed',
      credit: null,
    };
    assertPromise(promise, ALWAYS_OPEN.definition, 'XXX');
    const part = objective.displayName ?? String(i + 1);
    return {
      service: slugFrom(spec.service),
      slug: slugFrom(isOnly ? metadata.name : `${metadata.name} ${part}`).slice(0, 80),
      name: isOnly ? whole : `${whole}: ${part}`,
      promise,
      window,
      judged,
    };
  });
  assertApart(metadata.name, commitments);
  return commitments;
}

/** The share of good events as OpenSLO writes it. */
export function shareOf({ target, comparator }: CommitmentPromise): number {
  const share = new Exact(target).div(100);
  return (comparator === 'atLeast' ? share : new Exact(1).minus(share)).toNumber();
}

const isOwn = ({ spec }: Sli): boolean => spec.ratioMetric?.total?.metricSource?.type === ACCORD_SOURCE;

function targetOf(slo: string, { target, targetPercent }: SloObjective, comparator: Comparator): string {
  if (target == null && targetPercent == null) {
    throw new DomainError('UNFIT_FILE', `SLO ${slo}: an objective needs a target.`, ['spec', 'objectives', 'target']);
  }
  const percent = target == null ? new Exact(targetPercent!) : new Exact(target).times(100);
  return (comparator === 'atLeast' ? percent : new Exact(100).minus(percent)).toFixed();
}

function assertApart(slo: string, commitments: readonly SloCommitment[]): void {
  const twice = commitments.find(({ slug }, i) => commitments.findIndex((other) => other.slug === slug) !== i);
  if (!twice) return;
  const sentence = `SLO ${slo}: two objectives are called ${twice.slug}; give each a displayName of its own.`;
  throw new DomainError('UNFIT_FILE', sentence, ['spec', 'objectives', 'displayName']);
}
