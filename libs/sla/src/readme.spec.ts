import { readFileSync } from 'node:fs';
import * as burn from './burn.js';
import * as index from './index.js';

const library = { ...index, ...burn };

const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8');
const examples = [...readme.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code]) => code!);

/** Turns `expression; // → value` into an expectation, and the import into the library under test. */
function runnable(code: string): string {
  return code
    .replace(/import (\{[^}]*\}) from '@accord\/sla(?:\/burn)?';/g, 'const $1 = library;')
    .replace(
      /^(.*); \/\/ → (.*)$/gm,
      (_, expression, value) => `compare(${JSON.stringify(expression)}, ${expression}, ${value});`,
    );
}

it.each(examples)('the examples of the README are true: %#', (code) => {
  const compared: string[] = [];
  const compare = (expression: string, actual: unknown, expected: unknown) => {
    compared.push(expression);
    expect({ [expression]: actual }).toEqual({ [expression]: expected });
  };
  // oxlint-disable-next-line typescript/no-implied-eval -- Our own examples.
  new Function('library', 'compare', runnable(code))(library, compare);

  expect(compared).toHaveLength(code.match(/→/g)!.length);
});
