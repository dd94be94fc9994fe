import { isScale } from '../../agreements/indicator.js';

/** What a survey can be answered with: whole numbers from one to another. */
export interface Scale {
  readonly lowest: number;
  readonly highest: number;
}

/**
 * A scale as it is written down; null where the text is none.
 *
 * @example readScale('1-5') // { lowest: 1, highest: 5 }
 */
export function readScale(text: string): Scale | null {
  const match = /^(\d{1,3})\s?[-–]\s?(\d{1,3})$/.exec(text.trim());
  const [lowest, highest] = [Number(match?.[1]), Number(match?.[2])];
  return isScale(lowest, highest) ? { lowest, highest } : null;
}

/** As {@link readScale} reads it. */
export const scaleText = ({ lowest, highest }: Scale): string => `${lowest}-${highest}`;

/** Why no answer has such a score; null = one may. */
export function scoreFault(score: unknown, { lowest, highest }: Scale): string | null {
  const isOnIt = Number.isSafeInteger(score) && (score as number) >= lowest && (score as number) <= highest;
  return isOnIt ? null : `is no whole number from ${lowest} to ${highest}`;
}
