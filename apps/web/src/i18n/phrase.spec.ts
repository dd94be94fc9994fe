import { expect, it } from 'vitest';
import { addWords, i18next } from './i18n';
import { phrase } from './phrase';
import '../performance/words';

it('says what the words of the room say', () => {
  const amount = '3 min';

  expect(phrase('performance.amount.left', { amount })).toBe(i18next.t('performance.amount.left', { amount }));
  expect(phrase('ui.verdict.MET')).toBe(i18next.t('ui.verdict.MET'));
});

it('takes signs in a value as they are', () => {
  expect(phrase('performance.amount.left', { amount: '$& {{amount}}' })).toBe('$& {{amount}} left');
});

it('does not keep that a room has not brought its words yet', () => {
  expect(() => phrase('views.title')).toThrow(RangeError);

  addWords({ views: { title: 'Saved views' } });

  expect(phrase('views.title')).toBe('Saved views');
});
