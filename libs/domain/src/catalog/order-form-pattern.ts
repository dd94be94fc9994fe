/** Longest text that a pattern is tried on. */
export const MOST_MATCHED = 200;
const MOST_VARIABLE = 3;
/** In how many ways the parts may share out the longest text: every form of an order is checked more than once. */
const MOST_WAYS = MOST_MATCHED ** 2;
const MOST_PATTERN = 200;

/** One character, escaped or a class of them, and how often. No groups: so no repetition within a repetition. */
const PART =
  /(?:\\[dwsDWS.\-/+*?()[\]{}^$|]|\[\^?(?:\\[dwsDWS.\-/^\]\\]|[^\\\]])+\]|[^\\()[\]{}*+?|^$])(?:([*+?])|\{(\d{1,3})(,\d{0,3})?\})?/uy;

/**
 * Why a pattern is not taken, or null. Only patterns that end quickly on any text are: from `^` to `$`, a row of characters
 * and classes, how often is known for all but three of them, and at most two have no end; no groups, choices or look-arounds.
 */
export function patternFault(pattern: string): string | null {
  if (pattern.length > MOST_PATTERN) return `has at most ${MOST_PATTERN} characters`;
  if (!pattern.startsWith('^') || !pattern.endsWith('$')) return 'begins with ^ and ends with $';
  const row = pattern.slice(1, -1);
  let [at, variable, ways] = [0, 0, 1];
  while (at < row.length) {
    PART.lastIndex = at;
    const part = PART.exec(row);
    if (!part)
      return `has only characters, classes and repetitions, no groups or choices (see "${row.slice(at, at + 10)}")`;
    const [text, sign, from, upTo] = part;
    if (sign || upTo) variable++;
    ways *= waysOf(sign, Number(from), upTo);
    at += text.length;
  }
  if (variable > MOST_VARIABLE) return `says of all but ${MOST_VARIABLE} parts how often they come`;
  if (ways > MOST_WAYS) return 'has at most two parts without an end, such as * or +';
  try {
    new RegExp(pattern, 'u');
    return null;
  } catch {
    return 'is no regular expression';
  }
}

/** How often a part may come, at most. */
function waysOf(sign: string | undefined, from: number, upTo: string | undefined): number {
  if (sign === '?') return 2;
  if (sign || upTo === ',') return MOST_MATCHED;
  return upTo ? Math.max(1, Math.min(Number(upTo.slice(1)), MOST_MATCHED) - from + 1) : 1;
}
