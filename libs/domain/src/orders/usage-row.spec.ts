import { usageOfCells, usageOfJson } from './usage-row.js';

const ROW = {
  subscription: '019a0000-0000-7000-8000-000000000001',
  unit: 'GB',
  day: '2026-03-16',
  quantity: '1.50',
  id: 'm-1',
};
const json = (other: object = {}) => usageOfJson(JSON.stringify({ ...ROW, ...other }));

describe('a line of usage', () => {
  it('is told with a quantity as text, or as a number that is written exactly so', () => {
    expect(json()).toEqual({ ...ROW, corrects: null });
    expect(json({ quantity: 0.25, corrects: 'm-0' })).toEqual({ ...ROW, quantity: '0.25', corrects: 'm-0' });
  });

  it.each([
    ['quantity', '=1+1'],
    ['quantity', '-1'],
    ['quantity', 1e-7],
    ['quantity', 0.1234567890123456],
    ['quantity', '1e3'],
    ['quantity', '0.1234567890123'],
    ['quantity', null],
    ['day', '2026-02-30'],
    ['day', '16.03.2026'],
    ['day', 20260316],
    ['subscription', 'wifi'],
    ['unit', ''],
    ['unit', ' GB'],
    ['id', 7],
    ['id', 'x'.repeat(201)],
    ['corrects', ''],
    ['colour', 'red'],
  ])('is refused for its %s: %j', (field, value) => {
    expect(json({ [field]: value })).toMatchObject({ column: field, reason: expect.stringMatching(/^is n/) });
  });

  it.each([
    ['[]', 'is not a JSON object'],
    ['{', 'is not JSON'],
  ])('is no usage: %s', (text, reason) => expect(usageOfJson(text)).toMatchObject({ reason }));

  it('is refused where it names a field twice, since nobody knows which of the two is meant', () => {
    expect(usageOfJson(`{"quantity":"9",${JSON.stringify(ROW).slice(1)}`)).toEqual({
      column: 'quantity',
      value: null,
      reason: 'is named twice',
    });
  });

  it('says which field is missing', () => {
    expect(json({ id: undefined })).toEqual({ column: 'id', value: null, reason: 'is missing' });
  });
});

describe('a row of usage in CSV', () => {
  const read = usageOfCells(['id', 'quantity', 'day', 'unit', 'subscription', 'corrects']);

  it('is told by the names of the columns, and an empty cell tells nothing', () => {
    if (typeof read !== 'function') throw new Error(read.reason);
    expect(read(['m-1', '1.50', '2026-03-16', 'GB', ROW.subscription, ''])).toEqual({ ...ROW, corrects: null });
    expect(read(['m-1'])).toMatchObject({ reason: 'has 1 columns where the first row has 6' });
  });

  it('is none below a header that names something else, or something twice', () => {
    expect(usageOfCells(['id', 'weight'])).toMatchObject({ column: 'weight', reason: 'is not a field of usage' });
    expect(usageOfCells(['id', ' id'])).toMatchObject({ column: 'id', reason: 'is named twice by the first row' });
  });
});
