import { deepStrictEqual } from 'node:assert';
import { createRequire } from 'node:module';
import { addOpenTime, createCalendar, openTimeBetween } from '@accord/sla';
import dayjs from 'dayjs';
import dayjsBusinessTime from 'dayjs-business-time';
import { printRow } from './bench-row.js';
import { ratesOf } from './sla-rates.js';

const HOUR = 3_600_000;
const DAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'];
const CLOSED = { saturday: null, sunday: null };

interface Span {
  readonly name: string;
  readonly openHours: number;
  readonly least?: number;
}

/** Of an office that is open 40 hours a week. */
const SPANS: readonly Span[] = [
  { name: '1-hour', openHours: 1 },
  { name: '1-week', openHours: 40, least: 100 },
  { name: '6-months', openHours: 26 * 40, least: 1000 },
  { name: '10000-hours', openHours: 10_000, least: 1000 },
];

/** The parts of moment with moment-business-time that are asked; the plug-in brings no types. */
interface WorkingMoment {
  addWorkingTime(amount: number, unit: 'hours'): { valueOf(): number };
  workingDiff(other: unknown, unit: 'milliseconds'): number;
}

/** Adding open time and measuring it, beside the two libraries that do the same in the zone of the process. */
export function benchOpenTime(): void {
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  const hours: [string, string][] = [['09:00', '17:00']];
  const office = createCalendar({ zone, weekly: { mon: hours, tue: hours, wed: hours, thu: hours, fri: hours } });
  const moment = workingMoment();
  dayjs.extend(dayjsBusinessTime);
  const open = [{ start: '09:00:00', end: '17:00:00' }];
  dayjs.setBusinessTime({ ...CLOSED, ...Object.fromEntries(DAYS.map((day) => [day, open])) } as never);

  const starts = startsOf(office);
  for (const span of SPANS) {
    const [add, byMoment, byDayjs] = ratesOf(
      starts,
      checked(starts, [
        (at) => addOpenTime(office, at, span.openHours * HOUR).near,
        (at) => moment(at).addWorkingTime(span.openHours, 'hours').valueOf(),
        (at) => dayjs(at).addBusinessHours(span.openHours).valueOf(),
      ]),
    );
    const ends = new Map(starts.map((at) => [at, addOpenTime(office, at, span.openHours * HOUR).near]));
    const [between, momentBetween, dayjsBetween] = ratesOf(
      starts,
      checked(starts, [
        (at) => openTimeBetween(office, at, ends.get(at)!),
        (at) => Math.abs(moment(at).workingDiff(moment(ends.get(at)!), 'milliseconds')),
        (at) => Math.abs(dayjs(at).businessMinutesDiff(dayjs(ends.get(at)!))) * 60_000,
      ]),
    );
    print('add', span, 'moment-business-time', add!, byMoment!);
    print('add', span, 'dayjs-business-time', add!, byDayjs!);
    print('between', span, 'moment-business-time', between!, momentBetween!);
    print('between', span, 'dayjs-business-time', between!, dayjsBetween!);
  }

  const [short, long] = [HOUR, 10_000 * HOUR];
  const spans = starts.map((at) => ({ at, soon: at + short, late: addOpenTime(office, at, long).near }));
  const [addShort, addLong, betweenShort, betweenLong] = ratesOf(spans, [
    ({ at }) => addOpenTime(office, at, short),
    ({ at }) => addOpenTime(office, at, long),
    ({ at, soon }) => openTimeBetween(office, at, soon),
    ({ at, late }) => openTimeBetween(office, at, late),
  ]);
  printCost('add', addLong!, addShort!);
  printCost('between', betweenLong!, betweenShort!);
}

/** What the longest span costs us beside the shortest: hardly more, as nothing is walked. */
function printCost(operation: string, long: number, short: number): void {
  const name = `${operation}-cost-of-10000-hours-beside-1-hour`;
  printRow({ bench: 'sla', name, unit: 'ns', ours: 1e9 / long, reference: 1e9 / short, most: 1.5 });
}

function print(operation: string, { name, least }: Span, peer: string, ours: number, reference: number): void {
  printRow({
    bench: 'sla',
    name: `${operation}-${name}-beside-${peer}`,
    unit: 'ops/s',
    ours,
    reference,
    ...(least !== undefined && { least }),
  });
}

/** Instants at which the office is open and does not close within the hour, spread over a year. */
function startsOf(office: ReturnType<typeof createCalendar>): number[] {
  const january = Date.UTC(2025, 0, 1);
  return Array.from({ length: 97 }, (_, i) => {
    const opening = addOpenTime(office, january + i * 90 * HOUR, 0).far;
    return addOpenTime(office, opening, (i % 5) * HOUR + (i % 60) * 60_000).far;
  });
}

/** The calls as they are. @throws {AssertionError} When they do not all give the same answers. */
function checked(inputs: readonly number[], calls: ((at: number) => number)[]): ((at: number) => number)[] {
  const [ours, ...peers] = calls;
  for (const at of inputs.slice(0, 5)) for (const peer of peers) deepStrictEqual(peer(at), ours!(at));
  return calls;
}

function workingMoment(): (at: number) => WorkingMoment {
  const require = createRequire(import.meta.url);
  const moment = require('moment') as ((at: number) => WorkingMoment) & {
    updateLocale(name: string, locale: object): void;
  };
  require('moment-business-time');
  const open = ['09:00:00', '17:00:00'];
  const workinghours = Object.fromEntries([null, open, open, open, open, open, null].map((day, i) => [i, day]));
  moment.updateLocale('en', { workinghours });
  return moment;
}
