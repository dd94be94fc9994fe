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

it('tells days and percentages as people write them', () => {
  const facts = [
    { name: 'level', value: '99.6', unit: 'percent' },
    { name: 'target', value: '99.5', unit: 'percent' },
    { name: 'pace', value: '0.006', unit: 'count' },
    { name: 'about', value: '2027-03-08', unit: 'text' },
    { name: 'between', value: '2027-02-27 to 2027-03-19', unit: 'text' },
  ];
  expect(findingSentence({ kind: 'DRIFT', facts })).toContain(
    'its target of 99.5% is missed about 8 Mar 2027 (27 Feb 2027 to 19 Mar 2027)',
  );
});
