import { isObjectType, type GraphQLFieldResolver, type GraphQLSchema } from 'graphql';

/** By type and field. */
export type Resolvers = Readonly<Record<string, Readonly<Record<string, GraphQLFieldResolver<unknown, unknown>>>>>;

/**
 * Gives fields their resolvers, in place. Nest's own way prints the schema, parses what it printed, makes another one
 * of it and takes the resolvers from there, which is most of the time of a start.
 */
export function withResolvers(schema: GraphQLSchema, resolvers: Resolvers): void {
  for (const [typeName, fields] of Object.entries(resolvers)) {
    const type = schema.getType(typeName);
    if (!isObjectType(type)) throw new Error(`The schema has no ${typeName}, which has resolvers.`);
    for (const [name, resolve] of Object.entries(fields)) {
      const field = type.getFields()[name];
      if (!field) throw new Error(`The schema has no ${typeName}.${name}, which has a resolver.`);
      field.resolve = resolve;
    }
  }
}
