import type { OpenSloDocument, Sli, Slo } from './openslo-document.js';
import type { SloCommitment } from './slo-commitments.js';
import { ACCORD_SOURCE } from './slo-indicator.js';

/** What a document says and Accord does not judge by, or judges otherwise. It is kept, and exported again. */
export interface OpenSloDifference {
  readonly path: readonly (string | number)[];
  /** What stands there, where it is short. */
  readonly value: string | null;
  readonly reason: string;
  /** Accord judges by something else than the document says: who approves the promise has to know. */
  readonly isOtherwise: boolean;
}

/** What is used of a document, by field; a text says why it is not. What is not named is kept without being used. */
type Used = true | string | { readonly [field: string]: Used } | readonly [Used];

const KEPT = 'It is kept and exported again; Accord does not use it.';
const QUERY = 'It is kept beside the indicator; Accord runs no queries, so send it the counts.';
const ALERTS = 'They are kept and exported again; Accord tells people by its own rules.';

const HEAD = { apiVersion: true, kind: true } as const;
const NAMES = { name: true, displayName: true } as const;
const SOURCE = { metricSource: QUERY } as const;
const METRIC = { ratioMetric: { good: SOURCE, bad: SOURCE, total: SOURCE }, thresholdMetric: SOURCE } as const;
const SLICES = { timeSliceTarget: true, timeSliceWindow: true } as const;

const OBJECTIVE = { displayName: true, target: true, targetPercent: true, ...SLICES } as const;

const SERVICE: Used = { ...HEAD, metadata: NAMES, spec: { description: true } };
const SLI: Used = { ...HEAD, metadata: { name: true }, spec: METRIC };

/** Those of a document that makes no promise itself. */
export function differencesOf({ kind, document }: OpenSloDocument): OpenSloDifference[] {
  if (kind === 'Service') return unused(document, SERVICE, []);
  if (kind === 'SLI') return unused(document, SLI, []);
  return [{ path: [], value: null, reason: kind.startsWith('Alert') ? ALERTS : KEPT, isOtherwise: false }];
}

/** @param commitments What the SLO comes to, in the order of its objectives. */
export function sloDifferences(slo: Slo, sli: Sli, commitments: readonly SloCommitment[]): OpenSloDifference[] {
  const isThreshold = Boolean(sli.spec.thresholdMetric);
  const isOwn = sli.spec.ratioMetric?.total?.metricSource?.type === ACCORD_SOURCE;
  const used: Used = {
    ...HEAD,
    metadata: NAMES,
    spec: {
      service: true,
      indicator: isOwn ? true : SLI,
      indicatorRef: true,
      timeWindow: true,
      budgetingMethod: true,
      objectives: [isThreshold ? { ...OBJECTIVE, op: true, value: true } : OBJECTIVE],
      alertPolicies: ALERTS,
    },
  };
  const [first] = commitments;
  const window = first?.window.windowText;
  return [
    ...(window ? [{ path: ['spec', 'timeWindow', 0], value: null, reason: `${window}.`, isOtherwise: true }] : []),
    ...commitments.flatMap(({ judged: { note, isOtherwise } }, i) =>
      note ? [{ path: ['spec', 'objectives', i], value: null, reason: note, isOtherwise }] : [],
    ),
    ...unused(slo, used, []),
  ];
}

function unused(value: unknown, used: Used | undefined, path: readonly (string | number)[]): OpenSloDifference[] {
  if (used === true || saysNothing(value)) return [];
  const isPart = typeof value === 'object' && value !== null;
  if (typeof used === 'string' || used === undefined || !isPart) {
    return [
      {
        path,
        value: isPart ? null : shortText(value),
        reason: typeof used === 'string' ? used : KEPT,
        isOtherwise: false,
      },
    ];
  }
  return Object.entries(value).flatMap(([field, part]) => {
    const key = Array.isArray(value) ? Number(field) : field;
    const next = isList(used) ? used[0] : Object.hasOwn(used, field) ? used[field] : undefined;
    return unused(part, next, [...path, key]);
  });
}

const isList = (used: object): used is readonly [Used] => Array.isArray(used);

const saysNothing = (value: unknown): boolean =>
  value === null || value === undefined || (typeof value === 'object' && Object.keys(value).length === 0);

const shortText = (value: unknown): string => String(value).slice(0, 200);
