import { describe, expect, it } from 'vitest';
import { addMonths, monthsOf, neighbour } from './month';

describe('months', () => {
  it('go over the ends of years', () => {
    expect(addMonths('2026-11', 3)).toBe('2027-02');
    expect(addMonths('2026-01', -1)).toBe('2025-12');
  });

  it('make up quarters', () => {
    expect(monthsOf('2026-Q4')).toEqual(['2026-10', '2026-11', '2026-12']);
    expect(monthsOf('2026-03')).toEqual(['2026-03']);
    expect(neighbour('2026-Q4', 1)).toBe('2027-Q1');
    expect(neighbour('2026-01', -1)).toBe('2025-12');
  });
});
