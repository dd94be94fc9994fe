import {
  coerceInputValue,
  GraphQLError,
  isInputType,
  typeFromAST,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';

/** What is wrong with the variables of an operation, each with the path of the field: compiled queries name none. */
export function malformedVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
): GraphQLError[] {
  const found: GraphQLError[] = [];
  for (const { variable, type: node, defaultValue } of variableDefinitions) {
    const name = variable.name.value;
    const type = typeFromAST(schema, node);
    if (!isInputType(type) || (!(name in variables) && defaultValue)) continue;
    coerceInputValue(variables[name], type, (path, _, { message, originalError }) => {
      const field = [name, ...path].map(String);
      const sentence = `${field.join('.')}: ${(originalError ?? { message }).message}`;
      found.push(new GraphQLError(sentence, { nodes: variable, extensions: { code: 'BAD_USER_INPUT', field } }));
    });
  }
  return found;
}
