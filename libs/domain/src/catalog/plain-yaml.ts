import { type Document, isScalar, parseAllDocuments, visit } from 'yaml';
import { DomainError } from '../domain-error.js';

const MOST_DEPTH = 40;
const MOST_OPENED = 500;

/** What opens in the flow style, such as `[` and `{`; before the file is read, since reading takes long where it is deep. */
function flowDepth(text: string): number {
  let [depth, deepest] = [0, 0];
  for (const [sign] of text.matchAll(/[[\]{}]/g)) {
    depth = sign === '[' || sign === '{' ? depth + 1 : Math.max(0, depth - 1);
    deepest = Math.max(deepest, depth);
  }
  return deepest;
}

/**
 * The documents of a YAML text as plain values: without aliases, tags and anchors, decimals with all their digits.
 *
 * @throws {DomainError} `MALFORMED_YAML`
 */
export function plainYaml(text: string): unknown[] {
  // Texts may hold some that nobody closes.
  if (flowDepth(text) > MOST_OPENED) throw malformedYaml('it is nested too deeply');
  const documents = parseAllDocuments(text, { version: '1.2', schema: 'core', merge: false, customTags: [] });
  if (!Array.isArray(documents)) throw malformedYaml('it holds no document');
  return documents.map(plainValue);
}

function plainValue(document: Document.Parsed): unknown {
  const [fault] = [...document.errors, ...document.warnings];
  if (fault) throw malformedYaml(fault.message.split('\n')[0]!.replace(/:$/, ''));
  visit(document, {
    Alias: () => {
      throw malformedYaml('aliases are not taken; write it out');
    },
    Node: (_, node, ancestors) => {
      if (ancestors.length > MOST_DEPTH) throw malformedYaml('it is nested too deeply');
      if (node.tag && !node.tag.startsWith('tag:yaml.org,2002:'))
        throw malformedYaml(`the tag ${node.tag} is not taken`);
      if ('anchor' in node && node.anchor) throw malformedYaml('anchors are not taken; write it out');
      // A decimal keeps its digits: 4.50 is no 4.5.
      if (isScalar(node) && typeof node.value === 'number' && !isPlainInteger(node.source ?? '', node.value))
        node.value = node.source;
    },
  });
  return document.toJS();
}

/** Numbers in other notations, such as 0x2D, are texts as they stand. */
const isPlainInteger = (source: string, value: number): boolean =>
  Number.isSafeInteger(value) && /^[-+]?\d+$/.test(source);

export const malformedYaml = (why: string) =>
  new DomainError('MALFORMED_YAML', `The file cannot be read: ${why}.`, ['yaml']);
