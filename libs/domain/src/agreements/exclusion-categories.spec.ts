import { assertAgreedCategory } from './exclusion-categories.js';

it('lets an exclusion name what the contract names, and anything where it names nothing', () => {
  expect(() =>
    assertAgreedCategory('forceMajeure', { number: 2, exclusionCategories: ['forceMajeure', 'thirdParty'] }),
  ).not.toThrow();
  expect(() => assertAgreedCategory('other', { number: 2, exclusionCategories: null })).not.toThrow();
});

it('says what the contract excludes instead', () => {
  expect(() =>
    assertAgreedCategory('customerCause', { number: 2, exclusionCategories: ['forceMajeure', 'thirdParty'] }),
  ).toThrow(
    'Version 2 of the agreement excludes force majeure, what a third party caused only; for what the customer caused the time counts.',
  );
  expect(() => assertAgreedCategory('other', { number: 1, exclusionCategories: [] })).toThrow(
    'excludes no time at all',
  );
});
