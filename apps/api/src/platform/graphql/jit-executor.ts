import type { ApolloServerPlugin, GraphQLRequestContextResponseForOperation } from '@apollo/server';
import { HeaderMap } from '@apollo/server';
import type { ExecutionResult, GraphQLError } from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import { presentError } from '../errors/present-error.js';
import type { GraphContext } from './graph-context.js';
import { LruCache } from './lru-cache.js';
import { malformedVariables } from './malformed-variables.js';

/** Clients send a few hundred documents; strangers who send more only push each other out. */
const COMPILED_QUERIES = 500;

type Operation = GraphQLRequestContextResponseForOperation<GraphContext>;

/** Executes operations as compiled functions, one for each document and operation. */
export function jitExecutor(): ApolloServerPlugin<GraphContext> {
  const compiled = new LruCache<string, CompiledQuery>(COMPILED_QUERIES);

  const compile = (operation: Operation): CompiledQuery | ExecutionResult => {
    const key = `${operation.queryHash} ${operation.operationName ?? ''}`;
    const known = compiled.get(key);
    if (known) return known;
    const query = compileQuery(operation.schema, operation.document, operation.operationName ?? undefined, {
      disablingCapturingStackErrors: true,
    });
    if (isCompiledQuery(query)) compiled.set(key, query);
    return query;
  };

  return {
    requestDidStart: async () => ({
      responseForOperation: async (operation) => {
        const query = compile(operation);
        const result = isCompiledQuery(query)
          ? await query.query({}, operation.contextValue, operation.request.variables ?? {})
          : query;
        const { schema, operation: node, request } = operation;
        const malformed =
          result.errors && !('data' in result) ? malformedVariables(schema, node, request.variables ?? {}) : [];
        const errors = (malformed.length > 0 ? malformed : result.errors)?.map((error: GraphQLError) =>
          presentError(error),
        );
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { ...(errors && { errors }), data: result.data } },
        };
      },
    }),
  };
}
