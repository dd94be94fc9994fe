import { periodById, periodOf, periodsBetween } from '../index.js';

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

it('follows one after the other without hole or overlap', () => {
  const periods = periodsBetween('month', 'Pacific/Apia', at('2011-11-15T00:00Z'), at('2012-02-01T00:00Z'));

  expect(periods.map(({ id }) => id)).toEqual(['2011-11', '2011-12', '2012-01', '2012-02']);
  periods.slice(1).forEach(({ from }, i) => expect(from).toBe(periods[i]!.to));
});

it('holds nothing of an empty range', () => {
  expect(periodsBetween('month', 'Etc/UTC', 5, 5)).toEqual([]);
});

it.each(['2026-03', '2026-Q1'])('is found by its id %s', (id) => {
  const { from, window } = periodById('Australia/Lord_Howe', id);

  expect(periodOf(window, 'Australia/Lord_Howe', from)).toEqual(periodById('Australia/Lord_Howe', id));
});

it.each(['2026', '2026-13', '2026-Q5', '26-01'])('refuses %s as an id', (id) => {
  expect(() => periodById('Etc/UTC', id)).toThrow(expect.objectContaining({ code: 'MALFORMED', path: 'id' }));
});
