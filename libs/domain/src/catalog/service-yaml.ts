import { isScalar, parseAllDocuments, stringify, visit } from 'yaml';
import { DomainError } from '../domain-error.js';
import type { PlanDefinition } from './plan-definition.js';
import { parseServiceDefinition, type ServiceDefinition } from './service-definition.js';

/** The first line of a file, by which it is known. */
const FORMAT = 'accord.service/1';

/** Enough for fifty plans with long forms; more is a mistake. */
const MOST_BYTES = 512 * 1024;
const MOST_DEPTH = 40;
const MOST_OPENED = 500;

/** A service version as one file, for reviews, backups and other installations. */
export function toServiceYaml(service: string, definition: ServiceDefinition): string {
  const file = { format: FORMAT, service, ...definition, plans: definition.plans.map(brief) };
  return stringify(file, { aliasDuplicateObjects: false, lineWidth: 0 });
}

/**
 * Reads what {@link toServiceYaml} wrote, or somebody wrote by hand: written again, it is the same byte for byte.
 *
 * @param service The slug of the service that it must be for.
 * @throws {DomainError} `TOO_LARGE`, `MALFORMED_YAML`, `OTHER_FORMAT`, `OTHER_SERVICE`, or as `parseServiceDefinition`.
 */
export function parseServiceYaml(service: string, text: string): ServiceDefinition {
  if (text.length > MOST_BYTES) throw new DomainError('TOO_LARGE', 'The file is larger than 512 KiB.', ['yaml']);
  const file = plainValue(text);
  if (typeof file !== 'object' || file === null || Array.isArray(file)) throw malformed('it is no list of named parts');
  const { format, service: named, ...definition } = file as Record<string, unknown>;
  if (format !== FORMAT)
    throw new DomainError('OTHER_FORMAT', `The file does not begin with "format: ${FORMAT}".`, ['yaml']);
  if (named !== service) {
    const sentence = `The file is for the service "${String(named)}", not for "${service}"; change its second line to take it.`;
    throw new DomainError('OTHER_SERVICE', sentence, ['yaml']);
  }
  return parseServiceDefinition(definition, ['yaml']);
}

/** Without what says nothing: a missing field of a plan or a price means the same as null. */
function brief({ prices, ...plan }: PlanDefinition): object {
  const { slug, name, description, currency, agreement, delivery, term, pricesFrom, ...rest } = plan;
  const said = {
    slug,
    name,
    description,
    currency,
    agreement,
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

/** What opens in the flow style, such as `[` and `{`; before the file is read, since reading takes long where it is deep. */
function flowDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

function plainValue(text: string): unknown {
  // Texts may hold some that nobody closes.
  if (flowDepth(text) > MOST_OPENED) throw malformed('it is nested too deeply');
  const documents = parseAllDocuments(text, { version: '1.2', schema: 'core', merge: false, customTags: [] });
  if (!Array.isArray(documents) || documents.length !== 1) throw malformed('it holds no document, or several');
  const [document] = documents;
  const [fault] = [...document!.errors, ...document!.warnings];
  if (fault) throw malformed(fault.message.split('\n')[0]!.replace(/:$/, ''));
  visit(document!, {
    Alias: () => {
      throw malformed('aliases are not taken; write it out');
    },
    Node: (_, node, ancestors) => {
      if (ancestors.length > MOST_DEPTH) throw malformed('it is nested too deeply');
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:')) throw malformed(`the tag ${node.tag} is not taken`);
      if ('anchor' in node && node.anchor) throw malformed('anchors are not taken; write it out');
      // A decimal keeps its digits: 4.50 is no 4.5.
      if (isScalar(node) && typeof node.value === 'number' && !isPlainInteger(node.source ?? '', node.value))
        node.value = node.source;
    },
  });
  return document!.toJS();
}

/** Numbers in other notations, such as 0x2D, are texts as they stand. */
const isPlainInteger = (source: string, value: number): boolean =>
  Number.isSafeInteger(value) && /^[-+]?\d+$/.test(source);

const malformed = (why: string) => new DomainError('MALFORMED_YAML', `The file cannot be read: ${why}.`, ['yaml']);
