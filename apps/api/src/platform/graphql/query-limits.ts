import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationRule } from 'graphql';

/** More than any screen needs; deeper or wider documents are refused before they run. */
const DEEPEST = 15;
const MOST_FIELDS = 1_500;

interface Extent {
  depth: number;
  fields: number;
}

/** Refuses documents that ask for too much, each fragment counted wherever it is spread. */
export const queryLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const { depth, fields } = measure(operation.selectionSet, context.getFragment.bind(context));
    if (depth > DEEPEST)
      context.reportError(new GraphQLError(`The query is ${depth} levels deep; ${DEEPEST} are allowed.`));
    if (fields > MOST_FIELDS)
      context.reportError(new GraphQLError(`The query asks for more than ${MOST_FIELDS} fields.`));
    return false;
  },
});

function measure(
  root: SelectionSetNode,
  fragmentOf: (name: string) => FragmentDefinitionNode | null | undefined,
): Extent {
  // Measured once a fragment: fragments that spread each other would otherwise cost exponential time.
  const measured = new Map<string, Extent>();

  const ofFragment = (name: string): Extent => {
    const known = measured.get(name);
    if (known) return known;
    measured.set(name, { depth: 0, fields: 0 }); // A circle is another rule's to refuse.
    const fragment = fragmentOf(name);
    const extent = fragment ? ofSelections(fragment.selectionSet) : { depth: 0, fields: 0 };
    measured.set(name, extent);
    return extent;
  };

  const ofSelections = (set: SelectionSetNode): Extent => {
    const total = { depth: 0, fields: 0 };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) continue;
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSelections(selection.selectionSet)
            : { depth: 0, fields: 0 };
      total.depth = Math.max(total.depth, below.depth + Number(isField));
      total.fields += below.fields + Number(isField);
    }
    return total;
  };

  return ofSelections(root);
}
