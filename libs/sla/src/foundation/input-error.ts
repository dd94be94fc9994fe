/** Why an input was refused. A machine reads this, a person reads the message. */
export type InputErrorCode =
  | 'MALFORMED'
  | 'OUT_OF_RANGE'
  | 'UNKNOWN_ZONE'
  | 'EMPTY_INTERVAL'
  | 'OVERLAP'
  | 'HOLE'
  | 'NO_OPEN_TIME'
  | 'MISSING'
  | 'MISMATCH'
  | 'CYCLE';

/**
 * Bad input, refused at construction or at the call. It names where the fault stands and what was found there,
 * so that a form can put the message at the right field.
 */
export class InputError extends RangeError {
  override readonly name = 'InputError';

  constructor(
    readonly code: InputErrorCode,
    /** Where in the input, for example `weekly.mon[0].to` or `tiers[1]`. */
    readonly path: string,
    /** What stood there. */
    readonly value: unknown,
    /** What is wrong, as the end of a sentence that begins with the path. */
    readonly fault: string,
  ) {
    super(`${path} ${fault}, but it is ${printed(value)}.`);
  }
}

function jsonOf(value: unknown): string | undefined {
  try {
    return JSON.stringify(value, (_, part: unknown) => (typeof part === 'bigint' ? `${part}n` : part));
  } catch {
    return Object.prototype.toString.call(value); // it holds itself
  }
}

function printed(value: unknown): string {
  if (typeof value === 'number' || value === undefined) return String(value);
  const text = jsonOf(value) ?? String(value);
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}
