export type Difference = { path: string; before: string | null; after: string | null };

/** Which values differ between two objects, leaf by leaf: `prices.0.amount`. Null stands for "was not there". */
export function differences(before: unknown, after: unknown): Difference[] {
  const old = leaves(before);
  const fresh = leaves(after);
  return [...new Set([...old.keys(), ...fresh.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: fresh.get(path) ?? null }))
    .filter((row) => row.before !== row.after);
}

function leaves(value: unknown, path = '', found = new Map<string, string>()): Map<string, string> {
  if (value === null || value === undefined) return found;
  if (typeof value !== 'object') return found.set(path, String(value));
  if (Array.isArray(value) && value.every((item) => typeof item !== 'object')) {
    return value.length > 0 ? found.set(path, value.join(', ')) : found;
  }
  for (const [key, inner] of Object.entries(value)) leaves(inner, path ? `${path}.${key}` : key, found);
  return found;
}
