import { expect, it } from 'vitest';
import { FindingKindCodes } from '../../generated/graphql';
import words from './en.json';
import { findingSentence } from './finding-words';

it('has words for every kind of finding, and for none besides', () => {
  const codes = [...FindingKindCodes].sort();
  expect(Object.keys(words.kind).sort()).toEqual(codes);
  expect([...new Set(Object.keys(words.words).map((key) => key.replace(/_(one|other)$/, '')))].sort()).toEqual(codes);
});

it('says one gap and several in different words', () => {
  const gaps = (count: string) => ({
    kind: 'GAP' as const,
    facts: [
      { name: 'gaps', value: count, unit: 'count' },
      { name: 'missing', value: '7200000', unit: 'ms' },
    ],
  });
  expect(findingSentence(gaps('1'))).toMatch(/^A gap from .*: 2 h are missing/);
  expect(findingSentence(gaps('3'))).toMatch(/^3 gaps, .*: 2 h are missing in all/);
});
