import {
  getNamedType,
  getNullableType,
  isLeafType,
  isListType,
  isObjectType,
  type GraphQLField,
  type GraphQLSchema,
} from 'graphql';
import type { Answer } from '../../builders/graph-client.js';
import type { Actor } from '../../builders/graph-client.js';
import type { Persona } from './personas.js';
import type { Row } from './row.js';
import type { World } from './world.js';

/** Codes by which the server says no for reasons of permission; what is not visible does not exist. */
const REFUSALS = ['UNAUTHENTICATED', 'FORBIDDEN', 'NOT_FOUND'];

/** The document that calls an operation with the arguments as variables. */
export function documentOf(schema: GraphQLSchema, name: string, args: object, selection?: string): string {
  const { kind, field } = operationOf(schema, name);
  const given = field.args.filter((argument) => argument.name in args);
  const variables = given.map((argument) => `$${argument.name}: ${argument.type}`).join(', ');
  const passed = given.map((argument) => `${argument.name}: $${argument.name}`).join(', ');
  const answer = selection ?? defaultSelection(field);
  return `${kind} ${variables && `(${variables})`} { ${name}${passed && `(${passed})`} ${answer && `{ ${answer} }`} }`;
}

/** Whether an access token lets in to the operation at all, whatever its person may do. */
export async function isOpenToToken(schema: GraphQLSchema, name: string, world: World, token: Actor, args: object) {
  const { data, errors } = await world.api.as(token).ask(documentOf(schema, name, args), args);
  const refused: { message: string }[] = errors ?? data?.[name]?.errors ?? [];
  return !refused.some(({ message }) => message === 'This access token is not for that.');
}

/** @throws {Error} When the call fails for another reason than permission: the row's arguments are no good. */
export async function isAllowed(
  schema: GraphQLSchema,
  name: string,
  row: Row,
  persona: Persona,
  world: World,
  args: object,
) {
  const operation = name.split('.')[0]!;
  const cookie = persona.person && (persona.cookie ??= await world.given.session(persona.person));
  const { data, errors } = await world.api.as({ cookie }).ask(documentOf(schema, operation, args, row.selection), args);
  const answer = data?.[operation];
  const codes: string[] =
    errors?.map(({ extensions }) => extensions.code) ?? answer?.errors?.map(({ code }: { code: string }) => code) ?? [];
  if (codes.length > 0) {
    if (codes.every((code) => REFUSALS.includes(code))) return false;
    if (codes.every((code) => row.beyondPermission?.includes(code))) return true;
    const why = JSON.stringify(errors ?? answer.errors);
    throw new Error(
      `${name} by ${persona.holder} (${persona.reach}) failed for another reason than permission: ${why}`,
    );
  }
  if (operationOf(schema, operation).kind === 'mutation') {
    // What was done may have ended the session.
    persona.cookie = null;
    return true;
  }
  return row.shows ? row.shows(answer, world) : isShown(answer);
}

export function isMutation(schema: GraphQLSchema, name: string): boolean {
  return operationOf(schema, name.split('.')[0]!).kind === 'mutation';
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

function isShown(answer: Answer): boolean {
  if (answer == null) return false;
  const list = Array.isArray(answer) ? answer : answer.edges;
  return list === undefined || list.length > 0;
}
