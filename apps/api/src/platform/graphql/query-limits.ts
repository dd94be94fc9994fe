import { GraphQLError, Kind, type FragmentDefinitionNode, type SelectionSetNode, type ValidationRule } from 'graphql';

/** More than any screen needs; deeper or wider documents are refused before they run. */
const DEEPEST = 15;
const MOST_FIELDS = 1_500;
const MOST_OPERATIONS = 30;

/** Screens ask for things in things, but never for a third time around: each round multiplies the answer. */
const MOST_ROUNDS = 2;

/** Read before anything is looked at: comparing fields of one name costs the square of their number. */
export const MOST_TOKENS = 5_000;

interface Extent {
  depth: number;
  fields: number;
  /** Fields on the highest level. */
  width: number;
  /** How often each name stands on the way down, at most. */
  rounds: ReadonlyMap<string, number>;
}

const NOTHING: Extent = { depth: 0, fields: 0, width: 0, rounds: new Map() };

/** Refuses documents that ask for too much, each fragment counted wherever it is spread. */
export const queryLimits: ValidationRule = (context) => ({
  OperationDefinition(operation) {
    const { depth, fields, width, rounds } = measure(operation.selectionSet, context.getFragment.bind(context));
    if (depth > DEEPEST)
      context.reportError(new GraphQLError(`The query is ${depth} levels deep; ${DEEPEST} are allowed.`));
    if (fields > MOST_FIELDS)
      context.reportError(new GraphQLError(`The query asks for more than ${MOST_FIELDS} fields.`));
    if (width > MOST_OPERATIONS)
      context.reportError(new GraphQLError(`A document does at most ${MOST_OPERATIONS} things at once.`));
    for (const [name, count] of rounds) {
      if (count > MOST_ROUNDS)
        context.reportError(new GraphQLError(`${name} is asked for within itself more than ${MOST_ROUNDS - 1} time.`));
    }
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
    measured.set(name, NOTHING); // A circle is another rule's to refuse.
    const fragment = fragmentOf(name);
    const extent = fragment ? ofSelections(fragment.selectionSet) : NOTHING;
    measured.set(name, extent);
    return extent;
  };

  const ofSelections = (set: SelectionSetNode): Extent => {
    const total = { depth: 0, fields: 0, width: 0, rounds: new Map<string, number>() };
    for (const selection of set.selections) {
      if (selection.kind === Kind.FIELD && selection.name.value.startsWith('__')) continue;
      const isField = selection.kind === Kind.FIELD;
      const below =
        selection.kind === Kind.FRAGMENT_SPREAD
          ? ofFragment(selection.name.value)
          : selection.selectionSet
            ? ofSelections(selection.selectionSet)
            : NOTHING;
      total.depth = Math.max(total.depth, below.depth + Number(isField));
      total.fields += below.fields + Number(isField);
      total.width += isField ? 1 : below.width;
      for (const [name, count] of below.rounds) raise(total.rounds, name, count);
      if (isField) raise(total.rounds, selection.name.value, (below.rounds.get(selection.name.value) ?? 0) + 1);
    }
    return total;
  };

  return ofSelections(root);
}

function raise(rounds: Map<string, number>, name: string, count: number): void {
  if (count > (rounds.get(name) ?? 0)) rounds.set(name, count);
}
