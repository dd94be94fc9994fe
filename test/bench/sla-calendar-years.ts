import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { addOpenTime, type Calendar, createCalendar, openTimeBetween } from '@accord/sla';
import { printRow } from './bench-row.js';
import { ratesOf } from './sla-rates.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const CALENDARS = 1000;
const YEARS = 10;
const LIMIT_MIB = 200;
const ZONES = ['Europe/Berlin', 'America/New_York', 'Asia/Kolkata', 'Australia/Sydney'];

/** What a year of a calendar costs before it is first asked, and while it is kept. */
export function benchCalendarYears(): void {
  let number = 0;
  const at = Date.UTC(2026, 5, 10, 9);
  const reused = calendarNumber(number);
  const [fresh, compiled] = ratesOf(
    [at],
    [() => addOpenTime(calendarNumber((number += 1)), at, HOUR), () => addOpenTime(reused, at, HOUR)],
  );
  const compile = 'compile-a-year-and-first-answer-beside-an-answer';
  printRow({ bench: 'sla', name: compile, unit: 'ops/s', ours: fresh!, reference: compiled! });

  const mib = heapMiB(() => Array.from({ length: CALENDARS }, (_, i) => tenYears(calendarNumber(number + i + 1))));
  const [years, limit] = [CALENDARS * YEARS, LIMIT_MIB];
  printRow({
    bench: 'sla',
    name: 'memory-of-1000-calendars-of-10-years',
    unit: 'MiB',
    ours: mib,
    reference: limit,
    most: 1,
  });
  const each = { ours: (1024 * mib) / years, reference: (1024 * limit) / years };
  printRow({ bench: 'sla', name: 'memory-of-a-calendar-year', unit: 'KiB', ...each, most: 1 });
}

/** Two shifts a day and a night, ten holidays a year; no two numbers give the same calendar. */
function calendarNumber(number: number): Calendar {
  const shifts: [string, string][] = [
    ['08:00', '12:00'],
    ['13:00', `17:${String(number % 60).padStart(2, '0')}`],
  ];
  const holidays = Array.from({ length: 100 }, (_, i) =>
    new Date(Date.UTC(2020, 0, 1 + ((i * 36 + number) % 3653))).toISOString().slice(0, 10),
  );
  return createCalendar({
    zone: ZONES[number % ZONES.length]!,
    weekly: { mon: shifts, tue: shifts, wed: shifts, thu: shifts, fri: [...shifts, ['22:00', '02:00']] },
    holidays: [...new Set(holidays)],
    overrides: { [new Date(Date.UTC(1990, 0, 1 + number)).toISOString().slice(0, 10)]: [] },
  });
}

function tenYears(calendar: Calendar): Calendar {
  openTimeBetween(calendar, Date.UTC(2020, 0, 2), Date.UTC(2029, 11, 30) + DAY / 2);
  return calendar;
}

function heapMiB(make: () => unknown[]): number {
  setFlagsFromString('--expose_gc');
  const collect = runInNewContext('gc') as () => void;
  const used = () => {
    collect();
    const { heapUsed, arrayBuffers } = process.memoryUsage();
    return heapUsed + arrayBuffers;
  };
  const before = used();
  const kept = make();
  const mib = (used() - before) / 2 ** 20;
  if (kept.length !== CALENDARS) throw new Error('nothing was kept');
  return mib;
}
