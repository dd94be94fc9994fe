const SECRET = /password|hash|token|code/i;

/** A copy fit for the audit: values under names of secrets are replaced, at any depth. */
export function redacted<T>(value: T): T {
  if (value === null || typeof value !== 'object' || value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item: unknown) => redacted(item)) as T;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      SECRET.test(key) ? '[secret]' : redacted(inner),
    ]),
  ) as T;
}
