import { expect, it } from 'vitest';
import { pseudo, pseudoWords } from './pseudo';

it('lengthens and accents words but leaves values and tags alone', () => {
  expect(pseudo('Hi {{name}}')).toMatch(/^\[Hí \{\{name\}\}·+\]$/);
  expect(pseudoWords({ a: { b: 'no' } })).toEqual({ a: { b: '[ñó·]' } });
});
