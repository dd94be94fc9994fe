import { ALWAYS_OPEN, createCalendar } from '@accord/sla';
import { sharedDowntimeMs } from './shared-downtime.js';

const MINUTE = 60_000;
const monday = Date.UTC(2026, 0, 5);
const at = (hour: number, minute = 0) => monday + (hour * 60 + minute) * MINUTE;
const stretch = (from: number, to: number) => ({ from, to });
const counted = (from: number, to: number, countedMs = to - from) => ({ from, to, countedMs });

it('is the time in which both were down, each minute once', () => {
  const own = [counted(at(9), at(9, 50)), counted(at(12), at(12, 11))];
  const others = [stretch(at(9, 20), at(9, 40)), stretch(at(9, 30), at(10)), stretch(at(12, 5), at(12, 8))];

  expect(sharedDowntimeMs(own, others, ALWAYS_OPEN)).toBe((30 + 3) * MINUTE);
  expect(sharedDowntimeMs(own, [], ALWAYS_OPEN)).toBe(0);
});

it('is no time outside of the service hours, and never more than counts', () => {
  const office = createCalendar({ zone: 'Etc/UTC', weekly: { mon: [['08:00', '18:00']] } });

  expect(sharedDowntimeMs([counted(at(17), at(23), 60 * MINUTE)], [stretch(at(19), at(22))], office)).toBe(0);
  expect(sharedDowntimeMs([counted(at(16), at(23), 90 * MINUTE)], [stretch(at(16), at(23))], office)).toBe(90 * MINUTE);
});
