import { assertList, assertOneOf, assertRecord } from '../foundation/check.js';
import { assertInterval } from '../foundation/interval.js';
import { assertRecords } from '../foundation/records.js';
import type { Evidence } from './evidence.js';

const KINDS = ['outages', 'probes', 'tickets', 'counts', 'slices', 'samples', 'sketches', 'impacts', 'parts'] as const;

/**
 * Whether evidence has the form of its kind; what stands in it is checked where it is measured.
 *
 * @throws {InputError} When it is of no kind, or a list of it is none.
 */
export function assertEvidence(path: string, evidence: Evidence): void {
  assertRecord(path, evidence);
  assertOneOf(`${path}.kind`, evidence.kind, KINDS);
  const { kind, maintenance = [], exclusions = [] } = evidence;
  assertList('maintenance', maintenance);
  maintenance.forEach((stretch, i) => assertInterval(`maintenance[${i}]`, stretch));
  assertList('exclusions', exclusions);
  exclusions.forEach((stretch, i) => assertInterval(`exclusions[${i}]`, stretch));
  const { [kind]: seen } = evidence as unknown as Readonly<Record<string, readonly object[]>>;
  if (kind === 'parts') assertRecord(`${path}.parts`, seen);
  else if (kind !== 'slices') assertRecords(kind, seen!);
  if (kind === 'outages') assertRecords('gaps', evidence.gaps ?? []);
}
