import type { LocalDay } from '../local-day.js';
import type { CommitmentPromise } from '../commitment-terms.js';
import { OPENSLO_VERSION } from './openslo-document.js';
import { shareOf } from './slo-commitments.js';
import { ACCORD_SOURCE } from './slo-indicator.js';
import { sloWindow } from './slo-window.js';

/** A commitment of a version, as it is to be exported. */
export interface ExportedCommitment {
  readonly service: { readonly slug: string; readonly name: string; readonly description: string };
  readonly slug: string;
  readonly name: string;
  readonly promise: CommitmentPromise;
  readonly windowText: string | null;
  /** Slug of its service calendar. */
  readonly calendar: string;
}

/** The version that makes the promises. */
export interface ExportedVersion {
  readonly agreement: string;
  readonly effectiveFrom: LocalDay;
  readonly timeZone: string;
}

/** A commitment that no file brought in. What OpenSLO has no field for stands in annotations. */
export function madeSlo(
  commitment: ExportedCommitment,
  { agreement, effectiveFrom, timeZone }: ExportedVersion,
  { id, serviceName }: { readonly id: string; readonly serviceName: string },
) {
  const { service, slug, name, promise, calendar } = commitment;
  const counts = promise.comparator === 'atLeast' ? 'good' : 'bad';
  const source = (spec: object) => ({ metricSource: { type: ACCORD_SOURCE, spec } });
  return {
    apiVersion: OPENSLO_VERSION,
    kind: 'SLO',
    metadata: { name: id, displayName: name.slice(0, 100), annotations: annotationsOf(promise, calendar, agreement) },
    spec: {
      service: serviceName,
      indicator: {
        metadata: { name: id },
        spec: {
          ratioMetric: {
            counter: false,
            [counts]: source({ commitment: `${service.slug}/${slug}`, count: counts }),
            total: source({ commitment: `${service.slug}/${slug}`, count: 'total', indicator: promise.indicator }),
          },
        },
      },
      timeWindow: [sloWindow(promise.windowKind, effectiveFrom, timeZone)],
      budgetingMethod: 'Occurrences',
      objectives: [{ target: shareOf(promise) }],
    },
  };
}

/** The service of such a commitment. */
export const madeService = ({ name, description }: ExportedCommitment['service'], serviceName: string) => ({
  apiVersion: OPENSLO_VERSION,
  kind: 'Service',
  metadata: { name: serviceName, displayName: name.slice(0, 100) },
  spec: { description: description.slice(0, 1050) },
});

function annotationsOf(promise: CommitmentPromise, calendar: string, agreement: string): Record<string, string> {
  const { missingData, coverageFloor, providerOwesData, excludedTime, credit } = promise;
  return {
    'accord/agreement': agreement,
    'accord/calendar': calendar,
    'accord/missingData': missingData,
    'accord/coverageFloor': coverageFloor,
    'accord/providerOwesData': String(providerOwesData),
    'accord/excludedTime': excludedTime,
    ...(credit && { 'accord/credit': JSON.stringify(credit) }),
  };
}

const LONGEST_NAME = 63;

/** A name that is not taken yet, and takes it: names of OpenSLO have 63 characters at most. */
export function freeName(slug: string, taken: Set<string>): string {
  let name = cut(slug, '');
  for (let n = 2; taken.has(name); n += 1) name = cut(slug, `-${n}`);
  taken.add(name);
  return name;
}

const cut = (slug: string, end: string): string => slug.slice(0, LONGEST_NAME - end.length).replace(/-$/, '') + end;
