import fc from 'fast-check';
import type { VersionFacts } from './agreement-version.js';
import { comeIntoForce, type InForce } from './coming-into-force.js';
import { addDays } from './local-day.js';

const first: InForce = { id: '1', number: 1, effectiveFrom: '2026-01-15', effectiveTo: null };
const second = (effectiveFrom: string): VersionFacts => ({
  number: 2,
  state: 'proposed',
  effectiveFrom,
  proposedById: 'p',
});

describe('a version that comes into force', () => {
  it('starts on any day when it is the first', () => {
    expect(comeIntoForce(second('2026-02-17'), { predecessor: null, windows: ['quarter'], endedOn: null })).toBeNull();
  });

  it('ends its predecessor the day before', () => {
    const day = comeIntoForce(second('2026-03-01'), { predecessor: first, windows: ['month'], endedOn: null });
    expect(day).toBe('2026-02-28');
  });

  it.each([
    [
      '2026-03-02',
      ['month'],
      '2026-03-02 lies within a month that is judged as a whole; the next possible start is 2026-04-01.',
    ],
    [
      '2026-03-01',
      ['month', 'quarter'],
      '2026-03-01 lies within a quarter that is judged as a whole; the next possible start is 2026-04-01.',
    ],
    [
      '2026-01-15',
      ['month'],
      'Version 2 starts on 2026-01-15, but version 1 rules from 2026-01-15; a later version starts after that.',
    ],
  ] as const)('does not start on %s with windows %j', (start, windows, sentence) => {
    expect(() => comeIntoForce(second(start), { predecessor: first, windows, endedOn: null })).toThrow(sentence);
  });

  it('is refused once the agreement has ended', () => {
    expect(() =>
      comeIntoForce(second('2026-07-01'), { predecessor: first, windows: ['month'], endedOn: '2026-06-30' }),
    ).toThrow('The agreement ended on 2026-06-30');
  });

  it('never overlaps its predecessor, and leaves no day between', () => {
    const starts = fc.integer({ min: 1, max: 4000 });
    fc.assert(
      fc.property(starts, fc.subarray(['month', 'quarter'] as const, { minLength: 1 }), (days, windows) => {
        const start = addDays(first.effectiveFrom, days);
        const last = endOfPredecessor(start, windows);
        return last === null || (addDays(last, 1) === start && last >= first.effectiveFrom && start.endsWith('-01'));
      }),
    );
  });
});

/** null when the start is refused. */
function endOfPredecessor(start: string, windows: readonly ('month' | 'quarter')[]): string | null {
  try {
    return comeIntoForce(second(start), { predecessor: first, windows, endedOn: null });
  } catch {
    return null;
  }
}
