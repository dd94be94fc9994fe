import { slugFrom } from '../../slug.js';
import { servicesOf, slisOf, slosOf } from './openslo-document.js';
import { differencesOf, type OpenSloDifference, sloDifferences } from './openslo-differences.js';
import type { OpenSloFile } from './read-openslo.js';
import { commitmentsOf, type SloCommitment } from './slo-commitments.js';
import { sliOf } from './slo-indicator.js';

/** What a document of a file comes to. */
export interface OpenSloEntry {
  readonly commitments: readonly SloCommitment[];
  readonly differences: readonly (OpenSloDifference & { readonly line: number })[];
}

/** What a file of OpenSLO comes to: one agreement. */
export interface OpenSloTerms {
  /** One for each document, in their order. */
  readonly entries: readonly OpenSloEntry[];
  /** Services that are promised on, and those that the file describes. */
  readonly services: readonly { readonly slug: string; readonly name: string; readonly description: string | null }[];
  /** The zone of its calendar windows; null when it names none. */
  readonly timeZone: string | null;
}

/**
 * Reads the promises of a file. What Accord does not judge by is listed, never left out in silence.
 *
 * @throws {DomainError} `NOT_HELD` or `UNFIT_FILE` when an SLO cannot be held at all.
 */
export function openSloTerms(file: OpenSloFile): OpenSloTerms {
  const { documents } = file;
  const slis = slisOf(documents);
  const slos = new Map(slosOf(documents).map((slo) => [slo.metadata.name, slo]));
  const entries = documents.map((document, index): OpenSloEntry => {
    const slo = document.kind === 'SLO' ? slos.get(document.name)! : null;
    const commitments = slo ? commitmentsOf(slo, slis) : [];
    const found = slo ? sloDifferences(slo, sliOf(slo, slis), commitments) : differencesOf(document);
    const differences = found.map((each) => ({ ...each, line: file.lineOf(index, each.path) }));
    return { commitments, differences: differences.sort((one, other) => one.line - other.line) };
  });
  const commitments = entries.flatMap((entry) => entry.commitments);
  const timeZone = commitments.find(({ window }) => window.timeZone)?.window.timeZone ?? null;
  return {
    entries: entries.map((entry) => withZone(entry, timeZone)),
    services: namedServices(documents, commitments),
    timeZone,
  };
}

/** An agreement has one zone. */
function withZone({ commitments, differences }: OpenSloEntry, timeZone: string | null): OpenSloEntry {
  const other = commitments.find(({ window }) => window.timeZone !== null && window.timeZone !== timeZone);
  if (!other) return { commitments, differences };
  const reason = `An agreement has one time zone: judged in ${timeZone}.`;
  const path = ['spec', 'timeWindow', 0, 'calendar', 'timeZone'];
  const line = differences[0]?.line ?? 1;
  return {
    commitments,
    differences: [...differences, { path, value: other.window.timeZone, reason, isOtherwise: true, line }],
  };
}

function namedServices(
  documents: OpenSloFile['documents'],
  commitments: readonly SloCommitment[],
): OpenSloTerms['services'] {
  const services = new Map<string, OpenSloTerms['services'][number]>();
  for (const { metadata, spec } of servicesOf(documents)) {
    const { name, displayName } = metadata;
    const slug = slugFrom(name);
    services.set(slug, { slug, name: displayName ?? name, description: spec?.description ?? null });
  }
  for (const { service } of commitments) {
    if (!services.has(service)) services.set(service, { slug: service, name: service, description: null });
  }
  return [...services.values()];
}
