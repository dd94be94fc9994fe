import fc from 'fast-check';
import { ACCOUNT_THROTTLE, countAttempt, type Attempts, type Throttle } from './throttle.js';

const NOW = new Date('2026-03-16T09:00:00Z');
const THROTTLE: Throttle = { freeFailures: 2, firstWaitMs: 1000, longestWaitMs: 4000, forgivenEveryMs: 60_000 };
const later = (ms: number) => new Date(NOW.getTime() + ms);

function afterFailures(count: number): Attempts {
  let attempts: Attempts | null = null;
  for (let n = 0; n < count; n++)
    attempts = countAttempt(attempts && { ...attempts, blockedUntil: null }, THROTTLE, NOW);
  return attempts!;
}

it.each([
  [1, null],
  [2, null],
  [3, 1000],
  [4, 2000],
  [5, 4000],
  [6, 4000],
])('after failure %i makes the next attempt wait %s ms', (failures, waitMs) => {
  expect(afterFailures(failures).blockedUntil).toEqual(waitMs === null ? null : later(waitMs));
});

it('refuses while the wait lasts, and not from its end on', () => {
  const blocked = afterFailures(3);

  expect(() => countAttempt(blocked, THROTTLE, later(999))).toThrow('Try again in 1 second, after 09:00:01 UTC.');
  expect(countAttempt(blocked, THROTTLE, later(1000)).failures).toBe(4);
});

it('says long waits in minutes', () => {
  const blocked = { failures: 20, forgivenAt: NOW, blockedUntil: later(900_000) };

  expect(() => countAttempt(blocked, THROTTLE, NOW)).toThrow('Try again in 15 minutes, after 09:15:00 UTC.');
});

it('forgives a failure a minute, however often somebody tries in between', () => {
  const attempts = { failures: 6, forgivenAt: NOW, blockedUntil: null };

  const early = countAttempt(attempts, THROTTLE, later(59_000));
  expect(early.failures).toBe(7);
  expect(countAttempt({ ...early, blockedUntil: null }, THROTTLE, later(61_000)).failures).toBe(7);
  expect(countAttempt(attempts, THROTTLE, later(360_000)).failures).toBe(1);
});

it('lets no more guesses through than the waits allow, at whatever pace they come', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 120_000 }), { maxLength: 200 }), (pauses) => {
      let [attempts, passed, ms] = [null as Attempts | null, 0, 0];
      for (const pause of pauses) {
        ms += pause;
        try {
          attempts = countAttempt(attempts, ACCOUNT_THROTTLE, later(ms));
          passed += 1;
        } catch {
          // Made to wait.
        }
      }
      const { freeFailures, firstWaitMs, forgivenEveryMs } = ACCOUNT_THROTTLE;
      expect(passed).toBeLessThanOrEqual(freeFailures + 1 + ms / firstWaitMs + ms / forgivenEveryMs);
    }),
  );
});
