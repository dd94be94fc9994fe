import { stringify } from 'yaml';
import { z } from 'zod';
import { DomainError } from '../domain-error.js';
import { parseWith } from '../parse-with.js';
import { LINES_OF_SERVICE, type LineOfService } from './line-of-service.js';
import { malformedYaml, plainYaml } from './plain-yaml.js';
import type { PlanDefinition } from './plan-definition.js';
import { parseServiceDefinition, type ServiceDefinition } from './service-definition.js';
import type { ServiceWords } from './service-words.js';

/** The first line of a file, by which it is known. */
const FORMAT = 'accord.service/1';

/** Enough for fifty plans with long forms; more is a mistake. */
const MOST_BYTES = 512 * 1024;

/** Where a service stands, which no version says; other nouns by their slugs. */
export interface ServicePlacement {
  readonly lineOfService: LineOfService;
  readonly provider: string | null;
  readonly unit: string | null;
}

/** A file before its definition is read, which may need what is known of the service. */
export interface ServiceFile {
  readonly service: string;
  /** Where a service that is not here yet is to stand; null = the file does not say. */
  readonly placement: ServicePlacement | null;
  readonly parts: object;
}

const placement = z
  .strictObject({
    lineOfService: z.enum(LINES_OF_SERVICE),
    provider: z.string().max(80).nullable().default(null),
    unit: z.string().max(80).nullable().default(null),
  })
  .nullable()
  .default(null);

/** A service version as one file, for reviews, backups and other installations. */
export function toServiceYaml(service: string, placement: ServicePlacement, definition: ServiceDefinition): string {
  const plans = definition.plans.map(brief);
  const file = { format: FORMAT, service, placement: withoutNulls(placement), ...definition, plans };
  return stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/**
 * Reads what {@link toServiceYaml} wrote, or somebody wrote by hand; one document, or several.
 *
 * @throws {DomainError} `TOO_LARGE`, `MALFORMED_YAML`, `OTHER_FORMAT` or `MALFORMED_PLACEMENT`.
 */
export function readServiceFiles(text: string): ServiceFile[] {
  if (text.length > MOST_BYTES) throw new DomainError('TOO_LARGE', 'The file is larger than 512 KiB.', ['yaml']);
  return plainYaml(text).map((file) => {
    if (typeof file !== 'object' || file === null || Array.isArray(file))
      throw malformedYaml('it is no list of named parts');
    const { format, service, placement: place, ...parts } = file as Record<string, unknown>;
    if (format !== FORMAT)
      throw new DomainError('OTHER_FORMAT', `The file does not begin with "format: ${FORMAT}".`, ['yaml']);
    return {
      service: String(service),
      placement: parseWith(placement, place, ['yaml', 'placement'], 'MALFORMED_PLACEMENT'),
      parts,
    };
  });
}

/** @throws {DomainError} As {@link readServiceFiles}, and for a file of several documents. */
export function readServiceFile(text: string): ServiceFile {
  const [file, second] = readServiceFiles(text);
  if (!file || second) throw malformedYaml('it holds no document, or several');
  return file;
}

/**
 * What a file says of a service. Written again, it is the same byte for byte.
 *
 * @param known What customers read of the service now, for what the file leaves out.
 * @throws {DomainError} `OTHER_SERVICE`, or as `parseServiceDefinition`.
 */
export function definitionIn(
  { service: named, parts }: ServiceFile,
  service: string,
  known: Partial<ServiceWords> = {},
): ServiceDefinition {
  if (named !== service) {
    const sentence = `The file is for the service "${named}", not for "${service}"; change its second line to take it.`;
    throw new DomainError('OTHER_SERVICE', sentence, ['yaml']);
  }
  return parseServiceDefinition(parts, ['yaml'], known);
}

/** Without what says nothing: a missing field of a plan or a price means the same as null. */
function brief({ prices, ...plan }: PlanDefinition): object {
  const { slug, name, description, currency, agreement, commitments, delivery, term, pricesFrom, ...rest } = plan;
  const said = {
    slug,
    name,
    description,
    currency,
    agreement,
    commitments,
    delivery,
    term,
    pricesFrom,
    prices: prices.map(withoutNulls),
  };
  return withoutNulls({ ...said, ...rest });
}

function withoutNulls<T>(value: T): T;
function withoutNulls(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNulls);
  if (typeof value !== 'object' || value === null) return value;
  const said = Object.entries(value).filter(([, field]) => field !== null && field !== undefined);
  return Object.fromEntries(said.map(([name, field]) => [name, withoutNulls(field)]));
}
