const COLON = 58;
const SPACE = 32;

/**
 * A name that some object of a JSON text has twice, of which `JSON.parse` tells the last value alone; null = none.
 *
 * @param text JSON, as has been found out by parsing it.
 * @param told The object that it came to.
 */
export function namedTwice(text: string, told: object): string | null {
  // Lines come by the million, and nearly all hold as many names as were written.
  return writtenNames(text) === heldNames(told) ? null : firstTwice(text);
}

function writtenNames(text: string): number {
  let count = 0;
  for (let start = text.indexOf('"'); start !== -1;) {
    const end = endOfString(text, start);
    if (isName(text, end)) count += 1;
    start = text.indexOf('"', end + 1);
  }
  return count;
}

/** Of the object and of those right in it. */
function heldNames(told: object): number {
  return Object.values(told).reduce((count: number, value: unknown) => {
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return count + 1 + (isObject ? Object.keys(value).length : 0);
  }, 0);
}

function firstTwice(text: string): string | null {
  const open: Set<string>[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const sign = text[at];
    if (sign === '{' || sign === '[') open.push(new Set());
    else if (sign === '}' || sign === ']') open.pop();
    else if (sign === '"') {
      const end = endOfString(text, at);
      if (isName(text, end)) {
        const name: string = JSON.parse(text.slice(at, end + 1));
        if (open.at(-1)!.has(name)) return name;
        open.at(-1)!.add(name);
      }
      at = end;
    }
  }
  return null;
}

/** Where the string that starts at a quote ends. */
function endOfString(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (isEscaped(text, end)) end = text.indexOf('"', end + 1);
  return end;
}

function isEscaped(text: string, at: number): boolean {
  let slashes = 0;
  while (text[at - 1 - slashes] === '\\') slashes += 1;
  return slashes % 2 === 1;
}

/** Whether a string that ends there is the name of a value. */
function isName(text: string, end: number): boolean {
  let next = end + 1;
  while (text.charCodeAt(next) <= SPACE) next += 1;
  return text.charCodeAt(next) === COLON;
}
