import { GraphQLError, GraphQLScalarType, Kind, type ValueNode } from 'graphql';

const MOST_CHARACTERS = 100_000;

/** A value of any shape, where the shape is data of its own: answers to a form, a definition. */
export const JsonScalar = new GraphQLScalarType({
  name: 'JSON',
  description: 'A value of any shape: object, list, text, number, true, false or null.',
  serialize: (value) => value,
  parseValue: bounded,
  parseLiteral: (node, variables) => bounded(literal(node, variables ?? {})),
});

function bounded(value: unknown): unknown {
  if (JSON.stringify(value ?? null, plainName).length <= MOST_CHARACTERS) return value;
  throw new GraphQLError(`A JSON value has at most ${MOST_CHARACTERS} characters.`);
}

/** Names that every object has would be lost on the way, without a word. */
function plainName(name: string, value: unknown): unknown {
  if (!(name in {})) return value;
  throw new GraphQLError(`A JSON value has no field called "${name}".`);
}

function literal(node: ValueNode, variables: Record<string, unknown>): unknown {
  switch (node.kind) {
    case Kind.OBJECT:
      return Object.fromEntries(node.fields.map(({ name, value }) => [name.value, literal(value, variables)]));
    case Kind.LIST:
      return node.values.map((value) => literal(value, variables));
    case Kind.INT:
    case Kind.FLOAT:
      return Number(node.value);
    case Kind.VARIABLE:
      return variables[node.name.value];
    case Kind.NULL:
      return null;
    default:
      return node.value;
  }
}
