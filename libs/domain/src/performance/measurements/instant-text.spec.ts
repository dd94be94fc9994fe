import fc from 'fast-check';
import { readInstant } from './instant-text.js';

it('reads instants in every way that ISO 8601 writes them with a zone', () => {
  const at = Date.UTC(2026, 2, 16, 9, 0, 7);
  for (const text of ['2026-03-16T09:00:07Z', '2026-03-16T10:00:07+01:00', '2026-03-15T23:00:07-10:00'])
    expect(readInstant(text)).toBe(at);
  expect(readInstant('2026-03-16T09:00Z')).toBe(at - 7_000);
  expect(readInstant('2026-03-16T09:00:07.123456789Z')).toBe(at + 123);
});

it('reads any instant as Date does, whatever was read before it', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date(0), max: new Date('2199-12-31'), noInvalidDate: true }), (date) => {
      const whole = `${date.toISOString().slice(0, 19)}Z`;
      expect(readInstant(whole)).toBe(Date.parse(whole));
      expect(readInstant(whole.replace(/\d\dZ$/, '61Z'))).toBeNull();
      expect(readInstant(date.toISOString())).toBe(date.getTime());
    }),
    { numRuns: 200 },
  );
});
