import type { DynamicModule } from '@nestjs/common';
import { ModulesContainer, NestFactory } from '@nestjs/core';
import { GraphQLSchemaBuilderModule, GraphQLSchemaFactory, RESOLVER_TYPE_METADATA } from '@nestjs/graphql';
import { isSpecifiedScalarType, printType, type GraphQLSchema } from 'graphql';
import { nestLog } from '../nest-log.js';
import { schemaOptions } from './graphql-options.js';

/** Nest warns about its preview mode, which is what makes no provider be created. */
const quietly = { ...nestLog, warn: () => {} };

/** The schema that the resolvers of an application make; neither a database nor a server is needed. */
export async function codeSchema(root: DynamicModule): Promise<GraphQLSchema> {
  const app = await NestFactory.createApplicationContext(root, { logger: quietly, abortOnError: false, preview: true });
  const builder = await NestFactory.createApplicationContext(GraphQLSchemaBuilderModule, { logger: quietly });
  return builder.get(GraphQLSchemaFactory).create(resolversOf(app.get(ModulesContainer)), schemaOptions);
}

/** The schema of an application that runs; whether it is sound has been seen when it was printed. */
export function runningSchema(modules: ModulesContainer, factory: GraphQLSchemaFactory): Promise<GraphQLSchema> {
  return factory.create(resolversOf(modules), { ...schemaOptions, skipCheck: true });
}

/** The classes that answer what the schema offers. */
function resolversOf(modules: ModulesContainer): NewableFunction[] {
  const providers = [...modules.values()].flatMap((module) => [...module.providers.values()]);
  const classes = providers.flatMap(({ metatype }) => (typeof metatype === 'function' ? [metatype] : []));
  return [...new Set(classes.filter((metatype) => Reflect.hasMetadata(RESOLVER_TYPE_METADATA, metatype)))];
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
