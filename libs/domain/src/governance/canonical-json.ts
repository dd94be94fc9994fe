/** What a frozen text may hold: figures are exact decimals as text, never binary floats. */
export type Frozen = string | number | boolean | null | readonly Frozen[] | { readonly [name: string]: Frozen };

/**
 * The one text of a value: keys sorted by their code units, no blanks. Equal values have equal texts, so that the text can
 * be hashed.
 *
 * @throws {RangeError} For a number that is not a safe integer: exact figures are texts.
 */
export function canonicalJSON(value: Frozen): string {
  if (typeof value === 'number' && !Number.isSafeInteger(value))
    throw new RangeError(`${value} is not exact; write a decimal as text.`);
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(canonicalJSON).join(',')}]`;
  const fields = Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1));
  return `{${fields.map(([name, field]) => `${JSON.stringify(name)}:${canonicalJSON(field)}`).join(',')}}`;
}
