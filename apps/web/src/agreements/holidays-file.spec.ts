import { describe, expect, it } from 'vitest';
import { holidaysOfFile, impossibleDateOf, withHolidays } from './holidays-file';

const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'];
const calendar = (...events: string[][]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events.flat(), 'END:VCALENDAR'].join('\r\n');

describe('holidays of a calendar file', () => {
  it('are its whole-day events, each date of a longer one, recurring ones for some years', () => {
    const text = calendar(
      event('UID:a', 'DTSTART;VALUE=DATE:20261225', 'DTEND;VALUE=DATE:20261227'),
      event('UID:b', 'DTSTART;VALUE=DATE:20200501', 'RRULE:FREQ=YEARLY'),
      event('UID:c', 'DTSTART;VALUE=DATE:20261010', 'STATUS:CANCELLED'),
    );
    expect(holidaysOfFile(text, 2026)).toEqual({
      dates: ['2026-05-01', '2026-12-25', '2026-12-26', '2027-05-01', '2028-05-01', '2029-05-01'],
      hasTimes: false,
    });
  });

  it('are not events of a time of day, and not what is no calendar', () => {
    const meeting = event('UID:m', 'DTSTART:20260310T090000Z', 'DTEND:20260310T100000Z');
    expect(holidaysOfFile(calendar(meeting), 2026)).toEqual({ dates: [], hasTimes: true });
    expect(() => holidaysOfFile('date,name', 2026)).toThrow();
  });

  it('are refused with the date that no calendar has', () => {
    const refusal = (text: string) => {
      try {
        return holidaysOfFile(text, 2026);
      } catch (error) {
        return impossibleDateOf(error);
      }
    };
    expect(refusal(calendar(event('UID:a', 'DTSTART;VALUE=DATE:20260230')))).toBe('2026-02-30');
    expect(refusal('date,name')).toBeNull();
  });

  it('are added where they are not named yet', () => {
    expect(withHolidays('2026-12-25\n01-01\n', ['2026-12-25', '2027-01-01', '2026-05-01'])).toEqual({
      text: '2026-12-25\n01-01\n2026-05-01',
      added: 1,
    });
    expect(withHolidays('', ['2026-05-01'])).toEqual({ text: '2026-05-01', added: 1 });
  });
});
