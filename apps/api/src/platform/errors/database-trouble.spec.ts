import { QueryFailedError } from 'typeorm';
import { ConnectionLost, isDatabaseTrouble } from './database-trouble.js';

const coded = (code: string, message = 'x') => Object.assign(new Error(message), { code });

it.each<[string, unknown]>([
  ['a refused connection', coded('ECONNREFUSED')],
  ['a server that stops', coded('57P01')],
  ['a full disk', coded('53100')],
  ['a file that may not grow', coded('XX000', 'could not extend file "base/1/2": File too large')],
  ['a transaction whose connection broke', new ConnectionLost(new Error('x'))],
  ['a log that may not grow', coded('XX000', 'could not write to log file 000000010000000000000001 at offset 1')],
  ['a broken connection', new Error('Connection terminated unexpectedly')],
  ['a statement that found no connection', new QueryFailedError('SELECT 1', [], coded('53300'))],
])('%s is the trouble of the database', (_, error) => {
  expect(isDatabaseTrouble(error)).toBe(true);
});

it.each<[string, unknown]>([
  ['a row that is there already', coded('23505')],
  ['a rule', new Error('a rule')],
  ['a statement with a mistake', new QueryFailedError('SELECT 1', [], coded('42601'))],
  ['nothing', null],
])('%s is not', (_, error) => {
  expect(isDatabaseTrouble(error)).toBe(false);
});
