/** Told to people: `A-1042`. */
export const orderNumber = (number: number): string => `A-${number}`;

/** The number that somebody typed, with or without its letter; null when it is none. */
export function readOrderNumber(text: string): number | null {
  const digits = /^\s*(?:a-?)?(\d{1,9})\s*$/i.exec(text)?.[1];
  return digits ? Number(digits) : null;
}
