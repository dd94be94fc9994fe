/** Values as the domain writes them, under the names that GraphQL shows: `inForce` is `IN_FORCE`. */
export function upperSnakeEnum<T extends string>(values: readonly T[]): Record<string, T> {
  return Object.fromEntries(values.map((value) => [upperSnake(value), value]));
}

function upperSnake(value: string): string {
  return value.replace(/([a-z0-9])([A-Z])/g, '$1_$2').toUpperCase();
}
