import { createTerms, judge, periodById, periodOf, periodsBetween } from '../index.js';

const at = (text: string) => Date.parse(text);

it('is the month on the wall clock of the contract', () => {
  expect(periodOf('month', 'America/New_York', at('2026-04-01T03:59:59Z'))).toEqual({
    id: '2026-03',
    window: 'month',
    zone: 'America/New_York',
    from: at('2026-03-01T05:00Z'),
    to: at('2026-04-01T04:00Z'),
  });
});

it('is the quarter', () => {
  expect(periodOf('quarter', 'Europe/Berlin', at('2026-12-31T23:00Z')).id).toBe('2027-Q1');
  expect(periodOf('quarter', 'Europe/Berlin', at('2026-12-31T22:59Z')).id).toBe('2026-Q4');
});

it('is the year, of 366 days where it has them', () => {
  const year = periodOf('year', 'Europe/Berlin', at('2028-06-01T00:00Z'));

  expect(year).toMatchObject({ id: '2028', from: at('2027-12-31T23:00Z'), to: at('2028-12-31T23:00Z') });
  expect((year.to - year.from) / 86_400_000).toBe(366);
});

describe('a rolling window', () => {
  it('of days ends at the instant, and begins at the same time on the wall', () => {
    const asOf = at('2026-03-31T10:00Z'); // noon in Berlin, in summer time

    expect(periodOf({ days: 30 }, 'Europe/Berlin', asOf)).toEqual({
      id: '30d/2026-03-31T10:00:00.000Z',
      window: { days: 30 },
      zone: 'Europe/Berlin',
      from: at('2026-03-01T11:00Z'),
      to: asOf,
    });
  });

  it('of hours is elapsed time', () => {
    const { from, to, id } = periodOf({ hours: 720 }, 'Europe/Berlin', at('2026-03-31T10:00Z'));

    expect([to - from, id]).toEqual([720 * 3_600_000, '720h/2026-03-31T10:00:00.000Z']);
  });

  it('of minutes is what an alert looks at', () => {
    const { from, to, id } = periodOf({ minutes: 5 }, 'Etc/UTC', at('2026-03-31T10:00Z'));

    expect([to - from, id]).toEqual([300_000, '5m/2026-03-31T10:00:00.000Z']);
  });

  it('slides past an outage', () => {
    const terms = createTerms({
      indicator: { kind: 'availability' },
      objective: { comparator: 'gte', targetPercent: '99.9' },
    });
    const outages = [{ ref: 'o', from: at('2026-03-02T11:00Z'), to: at('2026-03-02T13:00Z') }];
    const downMs = (asOf: string) =>
      judge(terms, periodOf({ days: 30 }, 'Etc/UTC', at(asOf)), { kind: 'outages', outages }).budget.used;

    expect(['2026-04-01T10:00Z', '2026-04-01T12:00Z', '2026-04-01T13:00Z'].map(downMs)).toEqual([
      '7200000',
      '3600000',
      '0',
    ]);
  });

  it.each([
    [{ weeks: 4 }, 'weeks'],
    [{ days: 1, hours: 1 }, 'days and hours'],
    [{}, ''],
  ])('is refused as %j', (window, value) => {
    expect(() => periodOf(window as never, 'Etc/UTC', 0)).toThrow(
      expect.objectContaining({ code: 'MALFORMED', path: 'window', value }),
    );
  });

  it.each([{ days: 0 }, { minutes: NaN }, { days: 1.5 }, { hours: -1 }, { days: 100_000 }])('refuses %j', (window) => {
    expect(() => periodOf(window, 'Etc/UTC', 0)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE' }));
  });
});

it('follows one after the other without hole or overlap', () => {
  const periods = periodsBetween('month', 'Pacific/Apia', at('2011-11-15T00:00Z'), at('2012-02-01T00:00Z'));

  expect(periods.map(({ id }) => id)).toEqual(['2011-11', '2011-12', '2012-01', '2012-02']);
  periods.slice(1).forEach(({ from }, i) => expect(from).toBe(periods[i]!.to));
});

it('holds nothing of an empty range', () => {
  expect(periodsBetween('month', 'Etc/UTC', 5, 5)).toEqual([]);
});

it.each(['2026-03', '2026-Q1', '2026'])('is found by its id %s', (id) => {
  const { from, window } = periodById('Australia/Lord_Howe', id);

  expect(periodOf(window, 'Australia/Lord_Howe', from)).toEqual(periodById('Australia/Lord_Howe', id));
});

it.each(['20260', '2026-', '2026-13', '2026-Q5', '26-01'])('refuses %s as an id', (id) => {
  expect(() => periodById('Etc/UTC', id)).toThrow(expect.objectContaining({ code: 'MALFORMED', path: 'id' }));
});

it.each(['1899', '1899-12', '2200-01', '0001-Q1'])('%s is refused: it is not within 1900 to 2199', (id) => {
  expect(() => periodById('Etc/UTC', id)).toThrow(expect.objectContaining({ code: 'OUT_OF_RANGE', path: 'id' }));
});

it('the first and the last year can be judged', () => {
  const terms = createTerms({
    indicator: { kind: 'availability' },
    objective: { comparator: 'gte', targetPercent: '99' },
  });

  for (const year of ['1900', '2199-12']) {
    expect(judge(terms, periodById('Etc/UTC', year), { kind: 'outages', outages: [] }).verdict).toBe('met');
  }
});
