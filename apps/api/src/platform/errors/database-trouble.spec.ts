import { QueryFailedError } from 'typeorm';
import { isDatabaseTrouble } from './database-trouble.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each([
  coded('ECONNREFUSED'),
  coded('57P01'),
  coded('53100'),
  coded('08006'),
  new Error('Connection terminated unexpectedly'),
  coded('XX000', 'could not extend file "base/1/2": File too large'),
  new QueryFailedError('SELECT 1', [], coded('53300')),
])('knows that $message is the trouble of the database', (error) => {
  expect(isDatabaseTrouble(error)).toBe(true);
});

it.each([coded('23505'), coded('53'), new Error('a rule'), new QueryFailedError('SELECT 1', [], coded('42601'))])(
  'takes $message for nothing of the kind',
  (error) => {
    expect(isDatabaseTrouble(error)).toBe(false);
  },
);
