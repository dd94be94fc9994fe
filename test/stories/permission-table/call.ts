import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLArgument,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Answer, GraphClient } from '../../builders/graph-client.js';

/** An operation with what it is given, and what is asked of its answer where that is more than whether there is one. */
export interface Call {
  operation: string;
  args: object;
  selection?: string;
}

/** What the server says to one call. */
export interface Said {
  answer: Answer;
  errors: { code: string; message: string }[];
}

/** As many as one document may hold. */
const MOST_CALLS = 30;

/** The document that calls an operation with the arguments as variables. */
export function documentOf(schema: GraphQLSchema, name: string, args: object, selection?: string): string {
  const { kind, field } = operationOf(schema, name);
  const given = givenOf(field, args);
  const variables = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const answer = selection ?? defaultSelection(field);
  return `${kind} ${variables && `(${variables})`} { ${name}${passed && `(${passed})`} ${answer && `{ ${answer} }`} }`;
}

/**
 * Makes calls of one kind, queries or mutations, many of them in one document, and tells what was said to each.
 *
 * @param isLeftOut Calls that stand in the document and are not made: the same document is compiled once.
 * @throws {Error} When a document is refused as a whole.
 */
export async function askTogether(
  schema: GraphQLSchema,
  client: GraphClient,
  calls: readonly Call[],
  isLeftOut: (call: Call) => boolean = () => false,
): Promise<Map<Call, Said>> {
  const said = new Map<Call, Said>();
  const ask = async (some: readonly Call[]): Promise<void> => {
    const asked = some.filter((call) => !isLeftOut(call));
    if (asked.length === 0) return;
    const { data, errors = [] } = await client.ask(...togetherOf(schema, some, isLeftOut));
    for (const call of asked) {
      const key = `call${some.indexOf(call)}`;
      const own = errors.filter(({ path }) => path?.[0] === key);
      const thrown = own.map(({ message, extensions: { code } }) => ({ code, message }));
      const answer = data?.[key];
      if (thrown.length > 0) said.set(call, { answer, errors: thrown });
      else if (data) said.set(call, { answer, errors: answer?.errors ?? [] });
    }
    // A refusal where an answer must be takes the other answers along, and ends a mutation.
    const without = asked.filter((call) => !said.has(call));
    if (without.length === asked.length) throw new Error(errors.map(({ message }) => message).join('\n'));
    if (!isMutation(schema, some[0]!.operation)) await ask(without);
    else for (const call of without) await ask([call]);
  };
  for (let i = 0; i < calls.length; i += MOST_CALLS) await ask(calls.slice(i, i + MOST_CALLS));
  return said;
}

/** The document of the calls, and its variables. */
function togetherOf(
  schema: GraphQLSchema,
  calls: readonly Call[],
  isLeftOut: (call: Call) => boolean,
): [string, object] {
  const variables: Record<string, unknown> = {};
  const declared: string[] = [];
  const pass = (name: string, type: string, value: unknown) => {
    variables[name] = value;
    declared.push(`$${name}: ${type}`);
    return `$${name}`;
  };
  const { kind } = operationOf(schema, calls[0]!.operation);
  const fields = calls.map((call, i) => {
    const { operation, args, selection } = call;
    const { field } = operationOf(schema, operation);
    const passed = givenOf(field, args).map(({ name, type }) => {
      const value = (args as Record<string, unknown>)[name];
      return `${name}: ${pass(`${name}${i}`, String(type), value)}`;
    });
    const answer = selection ?? defaultSelection(field);
    const condition = kind === 'mutation' ? `@include(if: ${pass(`asks${i}`, 'Boolean!', !isLeftOut(call))})` : '';
    return `call${i}: ${operation}${passed.length > 0 ? `(${passed.join(', ')})` : ''} ${condition} ${answer && `{ ${answer} }`}`;
  });
  return [`${kind} ${declared.length > 0 ? `(${declared.join(', ')})` : ''} { ${fields.join(' ')} }`, variables];
}

export function isMutation(schema: GraphQLSchema, name: string): boolean {
  return operationOf(schema, name.split('.')[0]!).kind === 'mutation';
}

function givenOf({ args }: GraphQLField<unknown, unknown>, given: object): readonly GraphQLArgument[] {
  return args.filter(({ name }) => name in given);
}

function operationOf(
  schema: GraphQLSchema,
  name: string,
): { kind: 'query' | 'mutation'; field: GraphQLField<unknown, unknown> } {
  const query = schema.getQueryType()?.getFields()[name];
  if (query) return { kind: 'query', field: query };
  const mutation = schema.getMutationType()?.getFields()[name];
  if (mutation) return { kind: 'mutation', field: mutation };
  throw new Error(`The schema has no operation ${name}.`);
}

function defaultSelection({ type }: GraphQLField<unknown, unknown>): string {
  const named = getNamedType(type);
  if (isLeafType(named) || !isObjectType(named)) return '';
  const fields = named.getFields();
  if (fields.errors) return 'errors { code field message }';
  if (fields.edges && !isListType(getNullableType(type))) return 'edges { cursor }';
  return '__typename';
}
