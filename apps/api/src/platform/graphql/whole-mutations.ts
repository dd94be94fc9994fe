import { type ApolloServerPlugin, HeaderMap } from '@apollo/server';
import { type DocumentNode, GraphQLError, Kind, type FieldNode, type SelectionSetNode } from 'graphql';
import { type Acts, notForToken } from '../act/acts.js';
import { presentError } from '../errors/present-error.js';
import type { GraphContext } from './graph-context.js';

/**
 * Judges a document of mutations as a whole: where one of them is not for the access token that it came with, none runs,
 * and each that is refused says so under its own path. What a directive would leave out is judged too.
 */
export function wholeMutations(acts: Acts): ApolloServerPlugin<GraphContext> {
  return {
    requestDidStart: async () => ({
      responseForOperation: async ({ document, operation, contextValue }) => {
        if (operation.operation !== 'mutation') return null;
        const closed = rootFields(operation.selectionSet, document).filter(
          ({ name }) => !acts.isOpen(`Mutation.${name.value}`, contextValue.act),
        );
        if (closed.length === 0) return null;
        const errors = closed.map((field) => presentError(refusalOf(field)));
        return {
          http: { status: undefined, headers: new HeaderMap() },
          body: { kind: 'single', singleResult: { errors, data: null } },
        };
      },
    }),
  };
}

function refusalOf(field: FieldNode): GraphQLError {
  const originalError = notForToken();
  const path = [(field.alias ?? field.name).value];
  return new GraphQLError(originalError.message, { nodes: field, path, originalError });
}

/** What a mutation does, each fragment looked into once. */
function rootFields(root: SelectionSetNode, { definitions }: DocumentNode): FieldNode[] {
  const seen = new Set<string>();
  const fieldsOf = (set: SelectionSetNode): FieldNode[] =>
    set.selections.flatMap((selection) => {
      if (selection.kind === Kind.FIELD) return selection.name.value.startsWith('__') ? [] : [selection];
      if (selection.kind === Kind.INLINE_FRAGMENT) return fieldsOf(selection.selectionSet);
      const name = selection.name.value;
      if (seen.has(name)) return [];
      seen.add(name);
      return definitions.flatMap((one) =>
        one.kind === Kind.FRAGMENT_DEFINITION && one.name.value === name ? fieldsOf(one.selectionSet) : [],
      );
    });
  return fieldsOf(root);
}
