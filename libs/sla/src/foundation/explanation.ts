/** What a step may hold: plain JSON. */
export type Plain = string | number | boolean | null | readonly Plain[] | { readonly [name: string]: Plain };

/**
 * One step of a calculation, written down by the calculation itself. `rule` is a key for machines and translations,
 * such as `availability.downtime`; instants are epoch milliseconds, names ending in `Ms` are milliseconds, exact
 * figures are decimal strings.
 */
export interface Step {
  readonly rule: string;
  readonly inputs: { readonly [name: string]: Plain };
  readonly result: Plain;
  /** References of the evidence that the step rests on, at most {@link MOST_REFERENCES}; absent when it rests on none. */
  readonly evidence?: readonly string[];
}

/** Steps stay readable: a long list of evidence is carried by the contributions of the judgement, not by its steps. */
export const MOST_REFERENCES = 20;

/** Writes a step down. */
export function step(rule: string, inputs: Step['inputs'], result: Plain, evidence: readonly string[] = []): Step {
  if (evidence.length === 0) return { rule, inputs, result };
  return { rule, inputs, result, evidence: evidence.slice(0, MOST_REFERENCES) };
}
