import {
  getNamedType,
  isLeafType,
  isNonNullType,
  isObjectType,
  type GraphQLField,
  type GraphQLObjectType,
  type GraphQLSchema,
} from 'graphql';

/** Types that hold rewards, or the audit. */
const TOLD = [
  'Share',
  'RewardPlan',
  'RewardPlanVersion',
  'RewardCalculation',
  'MeasureOutcome',
  'RewardStatement',
  'LedgerEntry',
  'ResultUse',
  'AuditEntry',
];

/** Fields within fields; a leaf has none. */
interface Tree {
  [field: string]: Tree;
}

/** Below the limits of one document. */
const MOST_FIELDS = 1_400;
const MOST_TOKENS = 4_500;
const MOST_CALLS = 30;

/**
 * For every query of the schema a call that follows the shortest way from it to every type that holds rewards or
 * the audit, and reads there every field that needs no arguments, with the money and the explanations within.
 *
 * @param values What is passed for arguments, by name: a call for each.
 */
export function everyQuery(schema: GraphQLSchema, values: Readonly<Record<string, readonly string[]>>): string[] {
  const queries = Object.values(schema.getQueryType()!.getFields());
  return queries.flatMap((query) => {
    const selection = textOf(treeOf(query));
    return callsOf(query, values).map((call) => `${call} ${selection}`);
  });
}

/** Calls that one document makes, beside each other. */
export interface Batch {
  readonly calls: readonly string[];
  readonly document: string;
}

/** As few documents as the limits allow: who asks everything then signs in a few times, not for each call. */
export function batchesOf(calls: readonly string[]): Batch[] {
  const batches: string[][] = [[]];
  for (const call of calls) {
    const larger = [...batches.at(-1)!, call];
    if (isAllowed(larger)) batches[batches.length - 1] = larger;
    else batches.push([call]);
  }
  return batches.map((some) => ({
    calls: some,
    document: `{ ${some.map((call, i) => `call${i}: ${call}`).join(' ')} }`,
  }));
}

function isAllowed(calls: readonly string[]): boolean {
  const text = calls.join(' ');
  const [tokens, fields] = [/\w+|[^\s\w]/g, /\w+/g].map((pattern) => text.match(pattern)!.length);
  return calls.length <= MOST_CALLS && tokens! + 3 * calls.length <= MOST_TOKENS && fields! <= MOST_FIELDS;
}

function callsOf({ name, args }: GraphQLField<unknown, unknown>, values: Readonly<Record<string, readonly string[]>>) {
  const needed = args.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined);
  if (needed.length === 0) return [name];
  const passed = needed.reduce<string[][]>(
    (before, argument) =>
      (values[argument.name] ?? []).flatMap((value) => before.map((pairs) => [...pairs, `${argument.name}: ${value}`])),
    [[]],
  );
  return passed.map((pairs) => `${name}(${pairs.join(', ')})`);
}

function treeOf(query: GraphQLField<unknown, unknown>): Tree {
  const tree: Tree = {};
  const root = getNamedType(query.type);
  if (!isObjectType(root)) return tree;
  const ways = new Map<GraphQLObjectType, string[]>([[root, []]]);
  for (const [type, way] of ways) {
    if (way.length > 8) continue;
    for (const field of openFields(type)) {
      const next = getNamedType(field.type);
      if (isObjectType(next) && !ways.has(next)) ways.set(next, [...way, field.name]);
    }
  }
  for (const [type, way] of ways) {
    const isAsked = type === root || String(way) === 'edges,node';
    if (!isAsked && !TOLD.includes(type.name)) continue;
    let at = tree;
    for (const name of way) at = at[name] ??= {};
    Object.assign(at, leavesOf(type), at);
    for (const field of openFields(type)) {
      const within = getNamedType(field.type);
      if (within.name === 'Money' || within.name === 'ExplanationStep')
        at[field.name] = leavesOf(within as GraphQLObjectType, 2);
    }
  }
  return tree;
}

/** @param deep How many levels of objects are read below. */
function leavesOf(type: GraphQLObjectType, deep = 0): Tree {
  return Object.fromEntries(
    openFields(type).flatMap((field): [string, Tree][] => {
      const named = getNamedType(field.type);
      if (isLeafType(named)) return [[field.name, {}]];
      return deep > 0 && isObjectType(named) ? [[field.name, leavesOf(named, deep - 1)]] : [];
    }),
  );
}

const openFields = (type: GraphQLObjectType) =>
  Object.values(type.getFields()).filter(({ args }) =>
    args.every((argument) => !isNonNullType(argument.type) || argument.defaultValue !== undefined),
  );

function textOf(tree: Tree): string {
  const fields = Object.entries(tree).map(([name, below]) => `${name} ${textOf(below)}`);
  return fields.length > 0 ? `{ ${fields.join(' ')} }` : '';
}
