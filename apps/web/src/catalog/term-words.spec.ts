import { beforeAll, expect, it } from 'vitest';
import { i18next, loadRoomWords } from '../i18n/i18n';
import { termWords } from './term-words';

beforeAll(loadRoomWords);

it('tells for how long a plan binds, and what follows', () => {
  const words = (termMonths: number | null, renewal: 'AUTOMATIC' | 'ON_REQUEST' | null) =>
    termWords({ termMonths, renewal }, i18next.t);
  expect(words(12, 'AUTOMATIC')).toBe('Bound for 12 months, then renewed by itself');
  expect(words(1, 'ON_REQUEST')).toBe('Bound for 1 month, then ends unless renewed');
  expect(words(null, null)).toBeNull();
});
