import { expect, it } from 'vitest';
import { safeReturn } from './safe-return';

it.each([
  'https://elsewhere.example',
  '//elsewhere.example',
  '/\\elsewhere.example',
  '/signin?return=/x',
  '',
  undefined,
])('leads home instead of to %s', (address) => expect(safeReturn(address)).toBe('/'));

it('keeps an address of the product with its search', () => {
  expect(safeReturn('/commitments?verdict=MISSED')).toBe('/commitments?verdict=MISSED');
});
