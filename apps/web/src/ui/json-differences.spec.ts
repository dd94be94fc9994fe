import { expect, it } from 'vitest';
import { differences } from './json-differences';

it('names what changed, what came and what went', () => {
  expect(
    differences(
      { name: 'Mail', owner: 'Ada', words: ['a', 'b'], price: { amount: '1' } },
      { name: 'Mail', unit: 'IT', words: ['a'], price: { amount: '2' } },
    ),
  ).toEqual([
    { path: 'owner', before: 'Ada', after: null },
    { path: 'words', before: 'a, b', after: 'a' },
    { path: 'price.amount', before: '1', after: '2' },
    { path: 'unit', before: null, after: 'IT' },
  ]);
});

it('takes everything as new where there was nothing', () => {
  expect(differences(null, { name: 'Mail' })).toEqual([{ path: 'name', before: null, after: 'Mail' }]);
  expect(differences({ a: null }, { a: null })).toEqual([]);
});
