import { z } from 'zod';
import { parseWith } from '../../parse-with.js';

/** Kinds of documents of OpenSLO v1 (https://github.com/OpenSLO/OpenSLO). */
export const OPENSLO_KINDS = [
  'SLO',
  'SLI',
  'Service',
  'DataSource',
  'AlertPolicy',
  'AlertCondition',
  'AlertNotificationTarget',
] as const;
export type OpenSloKind = (typeof OPENSLO_KINDS)[number];

export const OPENSLO_VERSION = 'openslo/v1';

/** A document as it was read: nothing of it is left out. */
export interface OpenSloDocument {
  readonly kind: OpenSloKind;
  /** `metadata.name`, one of a kind. */
  readonly name: string;
  readonly document: object;
}

const words = z.string().trim().min(1);
const share = z.number().min(0).max(1);
const percent = z.number().min(0).max(100);
const duration = z.string().regex(/^[1-9]\d{0,4}[mhdwMQY]$/, 'must be a number and one of m, h, d, w, M, Q and Y');

const Metadata = z.looseObject({ name: words.max(63), displayName: words.max(100).nullish() });

const Source = z.looseObject({
  metricSource: z.looseObject({ type: z.string().nullish(), spec: z.unknown() }).nullish(),
});

const Metric = z.looseObject({
  ratioMetric: z.looseObject({ good: Source.nullish(), bad: Source.nullish(), total: Source.nullish() }).nullish(),
  thresholdMetric: Source.nullish(),
});

const Window = z.looseObject({
  duration,
  isRolling: z.boolean().nullish(),
  calendar: z.looseObject({ startTime: words, timeZone: words }).nullish(),
});

const Objective = z.looseObject({
  displayName: words.max(80).nullish(),
  op: z.enum(['lt', 'lte', 'gt', 'gte']).nullish(),
  value: z.number().nullish(),
  target: share.nullish(),
  targetPercent: percent.nullish(),
  timeSliceTarget: share.nullish(),
  timeSliceWindow: z.union([duration, z.number().positive()]).nullish(),
});

const Sli = z.looseObject({ metadata: Metadata, spec: Metric });

const Slo = z.looseObject({
  metadata: Metadata,
  spec: z.looseObject({
    service: words.max(63),
    indicator: Sli.nullish(),
    indicatorRef: words.nullish(),
    timeWindow: z.array(Window).length(1),
    budgetingMethod: z.enum(['Occurrences', 'Timeslices', 'RatioTimeslices']),
    objectives: z.array(Objective).min(1).max(50),
  }),
});

const ServiceDocument = z.looseObject({
  metadata: Metadata,
  spec: z.looseObject({ description: z.string().max(1050).nullish() }).nullish(),
});

export type Slo = z.infer<typeof Slo>;
export type Sli = z.infer<typeof Sli>;
export type SloObjective = z.infer<typeof Objective>;
export type SloWindow = z.infer<typeof Window>;
export type OpenSloService = z.infer<typeof ServiceDocument>;

const Head = z.looseObject({
  apiVersion: z.literal(OPENSLO_VERSION, `must be ${OPENSLO_VERSION}`),
  kind: z.enum(OPENSLO_KINDS),
  metadata: Metadata,
});

/** @throws {DomainError} `UNFIT_FILE` when it is no document of OpenSLO v1. */
export function openSloDocument(document: unknown, path: readonly string[]): OpenSloDocument {
  const { kind, metadata } = parseWith(Head, document, path, 'UNFIT_FILE');
  if (kind === 'SLO') parseWith(Slo, document, path, 'UNFIT_FILE');
  if (kind === 'SLI') parseWith(Sli, document, path, 'UNFIT_FILE');
  if (kind === 'Service') parseWith(ServiceDocument, document, path, 'UNFIT_FILE');
  return { kind, name: metadata.name, document: document as object };
}

/** The documents of a kind, each as its schema reads it. */
export const slosOf = (documents: readonly OpenSloDocument[]): Slo[] =>
  documents.filter(({ kind }) => kind === 'SLO').map(({ document }) => Slo.parse(document));

export const slisOf = (documents: readonly OpenSloDocument[]): Sli[] =>
  documents.filter(({ kind }) => kind === 'SLI').map(({ document }) => Sli.parse(document));

export const servicesOf = (documents: readonly OpenSloDocument[]): OpenSloService[] =>
  documents.filter(({ kind }) => kind === 'Service').map(({ document }) => ServiceDocument.parse(document));
