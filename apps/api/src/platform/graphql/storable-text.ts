import type { ApolloServerPlugin } from '@apollo/server';
import { GraphQLError, type ValidationRule } from 'graphql';

/** Whether PostgreSQL can keep the text, in columns and in the audit: it knows no NUL and no half of a surrogate pair. */
export function isStorable(text: string): boolean {
  return !/\0|\p{Surrogate}/u.test(text);
}

/** Refuses what cannot be kept in a document itself. */
export const storableLiterals: ValidationRule = (context) => ({
  StringValue(node) {
    if (!isStorable(node.value))
      context.reportError(new GraphQLError(unstorableWords('the document'), { nodes: node }));
  },
});

/** Refuses what cannot be kept in the variables, wherever it stands. */
export function storableVariables(): ApolloServerPlugin {
  return {
    requestDidStart: async () => ({
      didResolveOperation: async ({ request }) => {
        const path = unstorable(request.variables, []);
        if (!path) return;
        throw new GraphQLError(unstorableWords(path.join('.')), {
          extensions: { code: 'BAD_USER_INPUT', field: path, http: { status: 400 } },
        });
      },
    }),
  };
}

/** Where the first text stands that cannot be kept; null when there is none. */
export function unstorable(value: unknown, path: readonly string[]): readonly string[] | null {
  if (typeof value === 'string') return isStorable(value) ? null : path;
  if (value === null || typeof value !== 'object') return null;
  for (const [key, inner] of Object.entries(value)) {
    const found = unstorable(inner, [...path, key]);
    if (found) return found;
  }
  return null;
}

export const unstorableWords = (where: string): string =>
  `The text of ${where} holds a character that cannot be kept: NUL, or half of a pair.`;
