import type { ValueProfile } from './value-profile.js';
import { valueRowReader } from './value-row.js';

const NOW = Date.UTC(2027, 0, 1);

const profile: ValueProfile = {
  kind: 'values',
  format: { delimiter: ',', encoding: 'utf-8', missing: ['-'] },
  time: { format: 'iso8601', zone: 'Etc/UTC' },
  from: 'from',
  to: { minutes: 5 },
  series: { name: 'login' },
  values: 'values',
  unit: { column: 'unit' },
};
const read = valueRowReader(profile, ['from', 'values', 'unit'], { id: 'mail' }, NOW);
const faults = (values: string, unit = 'ms', from = '2026-03-01T00:00Z') => {
  const reading = read([from, values, unit]);
  return reading.kind === 'refused' ? reading.faults.map(({ column, reason }) => `${column} ${reason}`) : [];
};

it('reads the values of an interval, one by one or as a histogram', () => {
  expect(read(['2026-03-01T00:00Z', '0 100 100', 'ms'])).toEqual({
    kind: 'row',
    row: {
      ...{ serviceId: 'mail', series: 'login', unit: 'ms', total: 3, sketch: [[expect.any(Number), 2]] },
      ...{ observedAt: Date.UTC(2026, 2, 1), to: Date.UTC(2026, 2, 1, 0, 5) },
    },
  });
  expect(read(['2026-03-01T00:00Z', '100:20 300:96 +Inf:100', 'ms'])).toMatchObject({ row: { total: 100 } });
});

it('reads numbers with a decimal comma where the profile says so, and takes no other for one', () => {
  const withComma = valueRowReader(
    { ...profile, decimalMark: 'comma' },
    ['from', 'values', 'unit'],
    { id: 'mail' },
    NOW,
  );
  const cells = (values: string) => ['2026-03-01T00:00Z', values, 'ms'];

  expect(withComma(cells('1.234,5 98,5'))).toEqual(read(cells('1234.5 98.5')));
  expect(withComma(cells('100,5:20 +Inf:1.000'))).toEqual(read(cells('100.5:20 +Inf:1000')));
  expect(withComma(cells('98.5'))).toMatchObject({
    faults: [{ column: 'values', value: '98.5', reason: 'is not a number with a decimal comma, such as 1.234,5' }],
  });
});

it('names every fault of a row', () => {
  expect(faults('112 slow')).toEqual(['values has what is no number from 0 to 1000000000000']);
  expect(faults('98,5')).toEqual(['values has what is no number from 0 to 1000000000000']);
  expect(faults('100:20 300:19')).toEqual(['values counts less up to one bound than up to a lower one']);
  expect(faults('100:20 300:96')).toEqual([
    'values does not say under +Inf how many there were at all, so what lay beyond the last bound is unknown',
  ]);
  expect(faults('100:20 100:21')).toEqual(['values is no histogram, such as {"100": 20, "+Inf": 25}']);
  expect(faults('-', '=ms', '1999-01-01T00:00Z')).toEqual([
    'from is before 2000',
    'values has no value',
    'unit is not a unit, such as ms',
  ]);
  expect(faults('1', 'ms', '2027-01-01T00:00Z')).toEqual(['from ends in the future']);
});

it('needs the columns that it names', () =>
  expect(() => valueRowReader(profile, ['from', 'values'], { id: 'mail' }, NOW)).toThrow('"unit"'));
