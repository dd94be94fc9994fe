import { describe, expect, it } from 'vitest';
import { instantOfWall, wallOf } from './wall-time';

describe('wall time', () => {
  it('goes from the wall of a zone to the instant and back', () => {
    const instant = instantOfWall('2026-07-01T09:30', 'Europe/Berlin');

    expect(instant).toBe('2026-07-01T07:30:00.000Z');
    expect(wallOf(instant, 'Europe/Berlin')).toBe('2026-07-01T09:30');
    expect(wallOf(instant, 'Asia/Kolkata')).toBe('2026-07-01T13:00');
  });

  it('takes the first of the hour that autumn repeats', () => {
    expect(instantOfWall('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00.000Z');
  });

  it('takes the change itself for a time that spring leaves out', () => {
    expect(instantOfWall('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:00:00.000Z');
    expect(instantOfWall('2026-03-08T02:30', 'America/New_York')).toBe('2026-03-08T07:00:00.000Z');
  });
});
