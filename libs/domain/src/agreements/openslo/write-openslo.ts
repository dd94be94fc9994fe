import { stringify } from 'yaml';
import { Exact } from '../../exact.js';
import { canonicalJSON, type Frozen } from '../../governance/canonical-json.js';
import { type ExportedCommitment, type ExportedVersion, freeName, madeService, madeSlo } from './made-slo.js';
import {
  type OpenSloDocument,
  servicesOf,
  slisOf,
  type Sli,
  type Slo,
  type SloObjective,
  slosOf,
} from './openslo-document.js';
import { commitmentsOf, shareOf, type SloCommitment } from './slo-commitments.js';

/**
 * The promises of a version as OpenSLO v1: documents that were brought in are written as they came, with what has been
 * changed here since; other commitments are made into documents of their own.
 *
 * Where nothing was changed, the text reads as documents equal to those that came, in the same order: the same fields
 * with the same values, whatever the order of fields. Comments and layout are not kept.
 */
export function writeOpenSlo(
  brought: readonly OpenSloDocument[],
  commitments: readonly ExportedCommitment[],
  version: ExportedVersion,
): string {
  const slis = slisOf(brought);
  const slos = new Map(slosOf(brought).map((slo) => [slo.metadata.name, slo]));
  const written = new Set<ExportedCommitment>();
  const sloNames = new Set<string>();
  const kept = brought.flatMap(({ kind, name, document }) => {
    if (kind !== 'SLO') return [document];
    const now = sloNow(slos.get(name)!, slis, commitments, written);
    if (!now) return [];
    sloNames.add(name);
    return [now];
  });
  const made = commitments.filter((commitment) => !written.has(commitment));
  const known = new Set(servicesOf(brought).map(({ metadata }) => metadata.name));
  const services = new Map(made.map(({ service }) => [service.slug, service]));
  const serviceNames = new Map([...services.keys()].filter((slug) => known.has(slug)).map((slug) => [slug, slug]));
  const added = [...services.values()].filter(({ slug }) => !known.has(slug));
  for (const { slug } of added) serviceNames.set(slug, freeName(slug, known));
  const documents = [
    ...kept,
    ...added.map((service) => madeService(service, serviceNames.get(service.slug)!)),
    ...made.map((commitment) => {
      const { service, slug } = commitment;
      const id = freeName(`${service.slug}-${slug}`, sloNames);
      return madeSlo(commitment, version, { id, serviceName: serviceNames.get(service.slug)! });
    }),
  ];
  return documents.map((document) => stringify(document, { aliasDuplicateObjects: false, lineWidth: 0 })).join('---\n');
}

/** The SLO as its commitments stand now; null when none of them is left that the document could say. */
function sloNow(
  slo: Slo,
  slis: readonly Sli[],
  commitments: readonly ExportedCommitment[],
  written: Set<ExportedCommitment>,
): Slo | null {
  const isOnly = slo.spec.objectives.length === 1;
  let { metadata } = slo;
  const objectives = commitmentsOf(slo, slis).flatMap((brought, i) => {
    const now = commitments.find(({ service, slug }) => service.slug === brought.service && slug === brought.slug);
    if (!now || !isSaidBy(brought, now)) return [];
    written.add(now);
    const objective = withTarget(slo.spec.objectives[i]!, brought, now);
    if (now.name === brought.name) return [objective];
    if (!isOnly) return [{ ...objective, displayName: partOf(now.name, brought) }];
    metadata = { ...metadata, displayName: now.name };
    return [objective];
  });
  return objectives.length > 0 ? { ...slo, metadata, spec: { ...slo.spec, objectives } } : null;
}

/** Whether the document says the promise but for its target and its name. */
function isSaidBy({ promise, window }: SloCommitment, now: ExportedCommitment): boolean {
  return (
    same(promise.indicator, now.promise.indicator) &&
    promise.comparator === now.promise.comparator &&
    promise.windowKind === now.promise.windowKind &&
    window.windowText === now.windowText
  );
}

function withTarget(objective: SloObjective, { promise }: SloCommitment, now: ExportedCommitment): SloObjective {
  if (new Exact(promise.target).eq(now.promise.target)) return objective;
  const share = shareOf(now.promise);
  return objective.target == null
    ? { ...objective, targetPercent: new Exact(share).times(100).toNumber() }
    : { ...objective, target: share };
}

/** The name of an objective begins with that of its SLO. */
function partOf(name: string, brought: SloCommitment): string {
  const whole = brought.name.slice(0, brought.name.lastIndexOf(': ') + 2);
  return name.startsWith(whole) ? name.slice(whole.length) : name;
}

const same = (one: object, other: object): boolean =>
  canonicalJSON(one as unknown as Frozen) === canonicalJSON(other as unknown as Frozen);
