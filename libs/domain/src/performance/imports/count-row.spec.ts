import type { CountProfile } from './count-profile.js';
import { countRowReader } from './count-row.js';

const NOW = Date.UTC(2027, 0, 1);

const profile: CountProfile = {
  kind: 'counts',
  format: { delimiter: ',', encoding: 'utf-8', missing: [] },
  time: { format: 'iso8601', zone: 'Etc/UTC' },
  from: 'from',
  to: { minutes: 5 },
  series: { name: 'requests' },
  good: 'good',
  total: 'total',
};
const read = countRowReader(profile, ['from', 'good', 'total'], { id: 'mail' }, NOW);

it('reads how many events of an interval were good', () => {
  expect(read(['2026-03-01T00:00Z', '9', '10'])).toEqual({
    kind: 'row',
    row: {
      serviceId: 'mail',
      series: 'requests',
      observedAt: Date.UTC(2026, 2, 1),
      to: Date.UTC(2026, 2, 1, 0, 5),
      good: 9,
      total: 10,
    },
  });
});

it('reads counts whose thousands are parted by points, where the profile says that decimals follow a comma', () => {
  const withComma = countRowReader(
    { ...profile, decimalMark: 'comma' },
    ['from', 'good', 'total'],
    { id: 'mail' },
    NOW,
  );
  const counted = (good: string, total: string) => withComma(['2026-03-01T00:00Z', good, total]);

  expect(counted('1.200', '1.234')).toMatchObject({ row: { good: 1_200, total: 1_234 } });
  expect(counted('12,5', '1.23')).toMatchObject({
    faults: [
      { column: 'good', value: '12,5', reason: 'is not a whole number, 0 or more' },
      { column: 'total', value: '1.23', reason: 'is not a number with a decimal comma, such as 1.234,5' },
    ],
  });
});

it('names every fault of an interval', () => {
  const named = countRowReader(
    { ...profile, to: 'to', series: { column: 'series' } },
    ['from', 'to', 'good', 'total', 'series'],
    { id: 'mail' },
    NOW,
  );
  expect(named(['2026-03-01T01:00Z', '2026-03-01T01:00Z', '11', '10', '=1'])).toEqual({
    kind: 'refused',
    faults: [
      { column: 'to', value: '2026-03-01T01:00Z', reason: 'is not after its beginning' },
      { column: 'good', value: '11', reason: 'is more than the total' },
      { column: 'series', value: '=1', reason: 'begins with a sign that makes it a formula in a spreadsheet' },
    ],
  });
  expect(named(['2016-03-01T01:00Z', '2026-03-01T01:00Z', '1', '1', 'a'])).toMatchObject({
    faults: [{ column: 'to', reason: 'is more than a quarter after its beginning; look at the year' }],
  });
  expect(read(['1999-01-01T00:00Z', '-1', '1234567890123456'])).toMatchObject({
    faults: [{ reason: 'is before 2000' }, { column: 'good' }, { column: 'total' }],
  });
});

it('refuses what is counted in the future', () => {
  expect(read(['2027-01-01T00:00Z', '9', '10'])).toMatchObject({
    faults: [{ column: 'from', value: '2027-01-01T00:00Z', reason: 'ends in the future' }],
  });
  expect(read(['2029-01-01T00:00Z', '9', '10'])).toMatchObject({ faults: [{ reason: 'lies in the future' }] });
});
