import { Kind, type FieldNode, type GraphQLResolveInfo, type SelectionSetNode } from 'graphql';

/** A compiled document hands out the same nodes with every request. */
const known = new WeakMap<FieldNode, Map<string, readonly string[]>>();

/**
 * Names of the fields that a document asks for below a path of field names, fragments included, whatever its
 * `@include` and `@skip` say.
 */
export function requestedFields(
  { fieldNodes, fragments }: GraphQLResolveInfo,
  path: readonly string[],
): readonly string[] {
  const [node] = fieldNodes;
  const paths = known.get(node!) ?? new Map<string, readonly string[]>();
  known.set(node!, paths);
  const key = path.join('.');
  const found = paths.get(key) ?? [...new Set(namesBelow(fieldNodes, path, fragments))];
  paths.set(key, found);
  return found;
}

/** Whether a document asks for something below a path, and for nothing but these fields. */
export function asksOnly(info: GraphQLResolveInfo, path: readonly string[], fields: readonly string[]): boolean {
  const asked = requestedFields(info, path);
  return asked.length > 0 && asked.every((name) => name === '__typename' || fields.includes(name));
}

function namesBelow(
  nodes: readonly FieldNode[],
  path: readonly string[],
  fragments: GraphQLResolveInfo['fragments'],
): string[] {
  const fields = nodes.flatMap(({ selectionSet }) => (selectionSet ? fieldsOf(selectionSet, fragments) : []));
  const [next, ...rest] = path;
  if (next === undefined) return fields.map(({ name }) => name.value);
  return namesBelow(
    fields.filter(({ name }) => name.value === next),
    rest,
    fragments,
  );
}

function fieldsOf({ selections }: SelectionSetNode, fragments: GraphQLResolveInfo['fragments']): FieldNode[] {
  return selections.flatMap((selection) => {
    if (selection.kind === Kind.FIELD) return [selection];
    const set =
      selection.kind === Kind.INLINE_FRAGMENT ? selection.selectionSet : fragments[selection.name.value]?.selectionSet;
    return set ? fieldsOf(set, fragments) : [];
  });
}
