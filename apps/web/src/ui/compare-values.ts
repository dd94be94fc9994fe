const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

/** Numbers by size, words as a reader would order them: "Plan 2" before "Plan 10". */
export function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return collator.compare(String(a ?? ''), String(b ?? ''));
}
