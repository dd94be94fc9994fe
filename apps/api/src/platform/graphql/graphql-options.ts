import { ApolloDriver, type ApolloDriverConfig } from '@nestjs/apollo';
import type { BuildSchemaOptions } from '@nestjs/graphql';
import type { Request, Response } from 'express';
import type { GraphQLSchema } from 'graphql';
import type { EntityManager } from 'typeorm';
import type { Acts } from '../act/acts.js';
import type { Config } from '../config.js';
import { presentError } from '../errors/present-error.js';
import type { GraphContext } from './graph-context.js';
import { withHeldFields } from './held-fields.js';
import { jitExecutor } from './jit-executor.js';
import { Loaders } from './loaders.js';
import { withPlainFields } from './plain-fields.js';
import { MOST_TOKENS, queryLimits } from './query-limits.js';
import { DateTimeScalar } from './scalars.js';
import { storableLiterals, storableVariables } from './storable-text.js';
import { wholeMutations } from './whole-mutations.js';
import { withResolvers, type Resolvers } from './with-resolvers.js';

/** How classes become a schema, when serving and when printing it alike. */
export const schemaOptions: BuildSchemaOptions = {
  scalarsMap: [{ type: Date, scalar: DateTimeScalar }],
};

/** @param schema What is offered; it is given the resolvers here. */
export function graphqlOptions(
  config: Pick<Config, 'env'>,
  acts: Acts,
  manager: EntityManager,
  schema: GraphQLSchema,
): ApolloDriverConfig {
  return {
    driver: ApolloDriver,
    path: '/graphql',
    schema,
    transformResolvers: (resolvers) => {
      for (const some of [resolvers].flat()) withResolvers(schema, some as Resolvers);
      return resolvers;
    },
    transformSchema: () => withHeldFields(withPlainFields(schema)),
    introspection: config.env !== 'production',
    graphiql: false,
    includeStacktraceInErrorResponses: false,
    autoTransformHttpErrors: false,
    plugins: [storableVariables(), wholeMutations(acts), jitExecutor()],
    parseOptions: { maxTokens: MOST_TOKENS },
    validationRules: [queryLimits, storableLiterals],
    formatError: (_, error) => presentError(error),
    context: async ({ req, res }: { req: Request; res: Response }): Promise<GraphContext> => {
      const act = await acts.of(req);
      return { req, res, act, loaders: new Loaders({ manager, act }) };
    },
  };
}
