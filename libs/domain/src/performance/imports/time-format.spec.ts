import fc from 'fast-check';
import { timeFormat, timeReader } from './time-format.js';

const utc = (format: string) => timeReader({ format, zone: 'Etc/UTC' });

describe('reading times', () => {
  it.each([
    ['d/M/yyyy HH:mm', '29/2/2016 01:16', '2016-02-29T01:16:00.000Z'],
    ['dd.MM.yyyy HH:mm:ss', '01.03.2016 23:59:59', '2016-03-01T23:59:59.000Z'],
    ['yyyy-MM-dd HH:mm[:ss]', '2016-03-01 23:59', '2016-03-01T23:59:00.000Z'],
    ['iso8601', '2025-10-29T15:12:38.260Z', '2025-10-29T15:12:38.260Z'],
    ['iso8601', '2025-10-29T15:12:38+05:30', '2025-10-29T09:42:38.000Z'],
    ['iso8601', '2025-10-29T15:12:38.1234567-0100', '2025-10-29T16:12:38.123Z'],
    ['iso8601', '2025-10-29T15:12', '2025-10-29T15:12:00.000Z'],
    ['d/MMM/yy h:mm a', '11/May/24 03:26 PM', '2024-05-11T15:26:00.000Z'],
    ['d/MMM/yy h:mm a', '1/Mar/16 12:05 AM', '2016-03-01T00:05:00.000Z'],
    ['M/d/yyyy h:mm:ss a', '3/1/2016 12:05:09 pm', '2016-03-01T12:05:09.000Z'],
  ])('reads %s in %s', (format, text, instant) => {
    expect(new Date(utc(format)(text)!).toISOString()).toBe(instant);
  });

  it.each([
    '30/2/2016 01:16',
    '29/2/2015 01:16',
    '1/13/2016 01:16',
    '0/1/2016 01:16',
    '1/1/2016 24:00',
    '1/1/2016',
    '',
    '1/1/16 01:00',
  ])('refuses %s, which no calendar or clock shows', (text) => expect(utc('d/M/yyyy HH:mm')(text)).toBeNull());

  it.each(['1/Foo/16 9:05 AM', '1/Mar/16 0:05 AM', '1/Mar/16 13:05 PM', '1/Mar/16 9:05'])(
    'refuses %s, which names no month or no half of the day',
    (text) => expect(utc('d/MMM/yy h:mm a')(text)).toBeNull(),
  );

  it('hangs the clock in the zone of the profile', () => {
    const berlin = timeReader({ format: 'yyyy-MM-dd HH:mm', zone: 'Europe/Berlin' });
    expect(new Date(berlin('2026-07-01 12:00')!).toISOString()).toBe('2026-07-01T10:00:00.000Z');
    expect(new Date(berlin('2026-03-29 02:30')!).toISOString()).toBe('2026-03-29T01:00:00.000Z');
    expect(new Date(berlin('2026-10-25 02:30')!).toISOString()).toBe('2026-10-25T00:30:00.000Z');
  });

  it('reads back every millisecond that it could have written', () => {
    const instants = fc.integer({ min: Date.UTC(1900, 0, 1), max: Date.UTC(2200, 0, 1) - 1 });
    fc.assert(fc.property(instants, (at) => utc('iso8601')(new Date(at).toISOString()) === at));
  });

  it('never throws, whatever stands in the cell', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const at = utc('iso8601')(text);
        return at === null || Number.isInteger(at);
      }),
    );
  });

  it.each(['HH:mm', 'd/M/yyyy', 'yyyy-MM-dd HH:mm[:ss', 'yyyy-MM-dd HH:mm yyyy', 'd/M/yy h:mm', 'd/M/yy HH:mm a'])(
    'is no format: %s',
    (format) => {
      expect(timeFormat.safeParse({ format, zone: 'Etc/UTC' }).success).toBe(false);
    },
  );

  it('knows the zones of the world and no others', () => {
    expect(timeFormat.safeParse({ format: 'iso8601', zone: 'Mars/Olympus' }).success).toBe(false);
    expect(timeFormat.safeParse({ format: 'iso8601', zone: 'America/New_York' }).success).toBe(true);
  });
});
