import { assertHeader, columnIndex, columnNames } from './columns.js';

const header = ['Key', 'Sprint', 'Comment', 'Sprint', 'Comment'];

it('numbers the columns of a name that comes several times', () => {
  expect(columnNames(header)).toEqual(['Key', 'Sprint (1)', 'Comment (1)', 'Sprint (2)', 'Comment (2)']);
  expect(columnNames(header).map((name) => columnIndex(header, name))).toEqual([0, 1, 2, 3, 4]);
});

it('finds the first by its number though it stands alone, and a name that ends in a number as it is', () => {
  expect(columnIndex(['Key', 'Sprint'], 'Sprint (1)')).toBe(1);
  expect(columnIndex(['Sprint', 'Sprint (1)'], 'Sprint (1)')).toBe(1);
});

it('refuses a column that is not there, and one that could be several', () => {
  expect(() => columnIndex(header, 'Sprint')).toThrow('names "Sprint" twice; a profile says which one by its number');
  expect(() => assertHeader(header, ['Sprint (3)', 'Due'])).toThrow('does not name "Sprint (3)", "Due"');
  expect(() => assertHeader(header, ['Key (0)'])).toThrow('does not name');
});

it('says of a row that is parted otherwise than the profile says by what', () => {
  const refusal = (row: string) => () => assertHeader([row], ['service']);
  expect(refusal('service;from')).toThrow(
    'which the profile needs: by it the row is one column, but it seems to be parted by ";".',
  );
  expect(refusal('service\tfrom')).toThrow('parted by tabs.');
  expect(refusal('from')).toThrow(/which the profile needs\.$/);
});
