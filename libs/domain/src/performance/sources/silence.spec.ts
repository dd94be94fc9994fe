import { pullPauseMs } from './pull-pause.js';
import { type Heard, isSilent, quietLimitMs } from './silence.js';

const MINUTE = 60_000;
const at = new Date('2026-03-16T09:00:00Z');
const heard = (minutesAgo: number | null, more: Partial<Heard> = {}): Heard => ({
  lastSeenAt: minutesAgo === null ? null : new Date(at.getTime() - minutesAgo * MINUTE),
  quietMs: null,
  pulledEveryMs: null,
  rhythmMs: 10 * MINUTE,
  ...more,
});

it('is silent after three of its usual distances, or after what its owner says', () => {
  expect(isSilent(heard(30), at)).toBe(false);
  expect(isSilent(heard(30.1), at)).toBe(true);
  expect(isSilent(heard(90, { quietMs: 90 * MINUTE }), at)).toBe(false);
  expect(isSilent(heard(91, { quietMs: 90 * MINUTE }), at)).toBe(true);
});

it('is never silent where it may be quiet, has no rhythm, or never spoke', () => {
  expect(isSilent(heard(10_000, { quietMs: 0 }), at)).toBe(false);
  expect(isSilent(heard(10_000, { rhythmMs: null }), at)).toBe(false);
  expect(isSilent(heard(null), at)).toBe(false);
});

it('is given the time in which it is asked, and five minutes at least', () => {
  expect(quietLimitMs(heard(0, { pulledEveryMs: 60 * MINUTE }))).toBe(180 * MINUTE);
  expect(quietLimitMs(heard(0, { rhythmMs: 1_000 }))).toBe(5 * MINUTE);
});

it('waits by chance below a ceiling that doubles, six hours at most, and no less than the server asks', () => {
  const pause = (failures: number, chance: number, askedMs: number | null = null) =>
    pullPauseMs({ failures, everyMinutes: 5, askedMs }, () => chance) / MINUTE;
  expect([pause(1, 1), pause(2, 1), pause(3, 0.5), pause(20, 1), pause(9, 0)]).toEqual([10, 20, 20, 360, 1]);
  expect([pause(1, 0.5, 30 * MINUTE), pause(1, 0.5, 1e9)]).toEqual([30, 360]);
});
