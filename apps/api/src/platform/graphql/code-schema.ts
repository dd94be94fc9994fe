import type { DynamicModule } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory } from '@nestjs/graphql';
import { isSpecifiedScalarType, printType, type GraphQLSchema } from 'graphql';
import { nestLog } from '../nest-log.js';
import { schemaOptions } from './graphql-options.js';

const RESOLVER = 'graphql:resolver_type';

/** Nest warns about its preview mode, which is what makes no provider be created. */
const quietly = { ...nestLog, warn: () => {} };

/** The schema that the resolvers of an application make; neither a database nor a server is needed. */
export async function codeSchema(root: DynamicModule): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(root, { logger: quietly, abortOnError: false, preview: true });
  const providers = [...app.get(ModulesContainer).values()].flatMap((module) => [...module.providers.values()]);
  const classes = providers.flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : []));
  const resolvers = classes.filter((metatype) => Reflect.hasMetadata(RESOLVER, metatype));

  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: quietly });
  return builder.get(GraphQLSchemaFactory).create([...new Set(resolvers)], schemaOptions);
}

/** As it is committed: types by name, so that a change shows where it belongs, and fields as they were written. */
export function printCodeSchema(schema: GraphQLSchema): string {
  const types = Object.values(schema.getTypeMap()).filter(
    (type) => !type.name.startsWith('__') && !isSpecifiedScalarType(type),
  );
  return `${types
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .map(printType)
    .join('\n\n')}\n`;
}
