import { expect, it } from 'vitest';
import { NoticeKindCodes } from '../../generated/graphql';
import words from './en.json';
import './words';
import { noticeSentence } from './notice-sentence';

const sentence = (kind: (typeof NoticeKindCodes)[number], facts: Record<string, string>) =>
  noticeSentence({ kind, facts: Object.entries(facts).map(([name, value]) => ({ name, value })) });

it('has words for every kind of notice, and for none besides', () => {
  const codes = [...NoticeKindCodes].sort();

  expect(Object.keys(words.words).sort()).toEqual(codes);
  expect(Object.keys(words.kind).sort()).toEqual(codes);
});

it('says what the facts say, and what a kind can do without only where it is known', () => {
  const facts = { order: 'A-1', what: 'Laptops', state: 'refused' };

  expect(sentence('ORDER_CHANGED', facts)).toBe('Laptops is refused.');
  expect(sentence('ORDER_CHANGED', { ...facts, by: 'Bo', reason: 'Too dear.' })).toBe(
    'Laptops is refused. By Bo. The reason: Too dear.',
  );
});

it('begins as a sentence does, whatever the fact begins with', () =>
  expect(sentence('ALERT_NOTICE', { what: 'over the last day the budget burnt' })).toBe(
    'Over the last day the budget burnt.',
  ));

it('says no more than its kind of what may not be read any more', () =>
  expect(sentence('BREACH', {})).toBe('A promise was missed'));
