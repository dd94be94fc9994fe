import { isObjectType, type GraphQLSchema } from 'graphql';

const HELD = Symbol('held fields');

/** A row that holds the answers of some of its fields. */
interface Holding {
  [HELD]?: Readonly<Record<string, unknown>>;
}

/**
 * Gives a row the answers of fields that would otherwise be fetched one by one: asked for without arguments, they are
 * taken from here and their resolver is not called. For lists whose one statement already brought them.
 */
export function holding<Row extends object>(row: Row, fields: Readonly<Record<string, unknown>>): Row {
  return Object.assign(row, { [HELD]: fields });
}

/** Makes every field look at what its row holds first. */
export function withHeldFields(schema: GraphQLSchema): GraphQLSchema {
  for (const type of Object.values(schema.getTypeMap())) {
    if (!isObjectType(type)) continue;
    for (const field of Object.values(type.getFields())) {
      const resolve = field.resolve;
      if (!resolve || type === schema.getQueryType() || type === schema.getMutationType()) continue;
      field.resolve = (row: Holding, args: object, context, info) => {
        const held = row[HELD];
        const isHeld = held !== undefined && field.name in held && Object.values(args).every((value) => value == null);
        return isHeld ? held[field.name] : resolve(row, args, context, info);
      };
    }
  }
  return schema;
}
