import { periodName } from './period-name.js';

it('calls a month and a quarter as people do', () => {
  expect(['2026-03', '2025-12', '2026-Q1'].map(periodName)).toEqual(['March 2026', 'December 2025', 'Q1 2026']);
});
