import { claimDeadline, type ClaimTerm, createCalendar } from '../index.js';

const hours: [string, string][] = [['09:00', '17:00']];
const weekly = { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours };
const berlin = createCalendar({ zone: 'Europe/Berlin', weekly, holidays: ['2026-06-04'] });

describe('a credit can be claimed until', () => {
  const until: [what: string, term: ClaimTerm, lastDate: string][] = [
    ['30 days after the end of the month', { days: 30 }, '2026-06-30'],
    ['five business days after it, over a weekend and a holiday', { businessDays: 5 }, '2026-06-08'],
    ['three months after it', { months: 3 }, '2026-08-31'],
    ['a month later, which is shorter', { months: 1 }, '2026-06-30'],
    ['the end of the second month after it', { monthEnds: 2 }, '2026-07-31'],
    ['the end of the same month', { monthEnds: 0 }, '2026-05-31'],
  ];

  it.each(until)('%s', (_, term, lastDate) => {
    expect(claimDeadline(berlin, term, '2026-05-31').lastDate).toBe(lastDate);
  });

  it('the end of the last date, in the zone of the calendar, and says how', () => {
    const { to, explanation } = claimDeadline(berlin, { days: 30 }, '2026-05-31');

    expect(new Date(to).toISOString()).toBe('2026-06-30T22:00:00.000Z');
    expect(explanation).toEqual([
      {
        rule: 'credit.claimDeadline',
        inputs: { date: '2026-05-31', term: { days: 30 }, zone: 'Europe/Berlin' },
        result: { lastDate: '2026-06-30', to },
      },
    ]);
  });

  it('never, when the term is malformed', () => {
    const refused = (term: unknown, path: string) =>
      expect(() => claimDeadline(berlin, term as ClaimTerm, '2026-05-31')).toThrow(expect.objectContaining({ path }));
    refused({}, 'term');
    refused({ weeks: 2 }, 'term');
    refused({ days: 1.5 }, 'term.days');
  });
});

it.each([
  [{ days: 1, months: 1 }, 'term'],
  [{ days: 1e15 }, 'term.days'],
  [{ businessDays: 1e6 }, 'term.businessDays'],
  [{ months: 3000 }, 'months'],
])('a claim by %j is refused', (term, path) => {
  expect(() => claimDeadline(berlin, term as unknown as ClaimTerm, '2026-05-31')).toThrow(
    expect.objectContaining({ name: 'InputError', path }),
  );
});
