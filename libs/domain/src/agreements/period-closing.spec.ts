import { assertClosingTerms, closingDaysOf } from './period-closing.js';

it('closes as the organisation says, unless the agreement says otherwise', () => {
  expect(closingDaysOf({ closing: 'asOrganisation', closingDays: null }, 5)).toBe(5);
  expect(closingDaysOf({ closing: 'asOrganisation', closingDays: null }, null)).toBeNull();
  expect(closingDaysOf({ closing: 'byHand', closingDays: null }, 5)).toBeNull();
  expect(closingDaysOf({ closing: 'byItself', closingDays: 0 }, 5)).toBe(0);
});

it.each([
  [{ closing: 'byItself', closingDays: null } as const],
  [{ closing: 'byItself', closingDays: 91 } as const],
  [{ closing: 'byItself', closingDays: -1 } as const],
  [{ closing: 'byHand', closingDays: 3 } as const],
])('refuses %j', (terms) => {
  expect(() => assertClosingTerms(terms)).toThrow(expect.objectContaining({ code: 'WRONG_CLOSING' }));
});
