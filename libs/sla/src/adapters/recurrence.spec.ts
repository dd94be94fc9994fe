import { readICalendarEvents } from './icalendar-events.js';

const LAST = '2032-12-31';
const datesOf = (start: string, rule: string): string[] => {
  const event = ['BEGIN:VEVENT', 'UID:r', `DTSTART;VALUE=DATE:${start}`, `RRULE:${rule}`, 'END:VEVENT'];
  const text = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event, 'END:VCALENDAR', ''].join('\r\n');
  return readICalendarEvents(text, { zone: 'Etc/UTC', from: '2024-01-01', to: LAST })
    .map(({ from }) => new Date(from).toISOString().slice(0, 10))
    .filter((date) => date <= LAST);
};

describe('a rule of some months', () => {
  it.each([
    [
      'in the year in which it begins',
      '20260115',
      'FREQ=MONTHLY;BYMONTH=7;BYMONTHDAY=3;COUNT=2',
      ['2026-07-03', '2027-07-03'],
    ],
    ['by position', '20260115', 'FREQ=MONTHLY;BYMONTH=7;BYDAY=MO;BYSETPOS=-1;COUNT=2', ['2026-07-27', '2027-07-26']],
    [
      'every other month',
      '20260115',
      'FREQ=MONTHLY;INTERVAL=2;BYMONTH=3,4,7;BYDAY=1FR;COUNT=2',
      ['2026-03-06', '2026-07-03'],
    ],
    ['that it never comes to', '20250201', 'FREQ=MONTHLY;INTERVAL=24;BYMONTH=2;BYDAY=5MO', []],
  ])('comes to them %s', (_, start, rule, dates) => expect(datesOf(start, rule)).toEqual(dates));

  it('comes to the same days as a count of the days of each month', () => {
    const random = randomOf(20260115);
    for (let round = 0; round < 300; round += 1) {
      const rule = randomRule(random);
      const start = isoOf(2024 + random(4), 1 + random(12), 1 + random(28));
      expect([start, textOf(rule), datesOf(start.replaceAll('-', ''), textOf(rule))]).toEqual([
        start,
        textOf(rule),
        countedDates(start, rule),
      ]);
    }
  });

  it('is refused where a month has no such weekday ever', () => {
    expect(() => datesOf('20260105', 'FREQ=MONTHLY;BYDAY=6MO')).toThrow(
      'events[0].rrule must recur by the first to fifth or last to fifth last weekday of a month',
    );
  });
});

const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'];
type Random = (below: number) => number;
interface MonthRule {
  interval: number;
  count: number | null;
  months: number[];
  monthDays: number[];
  weekdays: { nth: number; weekday: number }[];
  positions: number[];
}

function randomOf(seed: number): Random {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/** BYMONTH with days of the month, weekdays, the one or other by number or position, both or neither. */
function randomRule(random: Random): MonthRule {
  const some = <T>(make: () => T) => Array.from({ length: 1 + random(3) }, make);
  const signed = (most: number) => (1 + random(most)) * (random(2) ? 1 : -1);
  const [hasMonthDays, hasWeekdays] = [random(2) === 0, random(2) === 0];
  const isPlain = random(2) === 0;
  const weekdays = hasWeekdays ? some(() => ({ nth: isPlain ? 0 : signed(5), weekday: random(7) })) : [];
  return {
    interval: [1, 1, 2, 3, 5, 7, 12][random(7)]!,
    count: random(2) ? 1 + random(6) : null,
    months: some(() => 1 + random(12)),
    monthDays: hasMonthDays ? some(() => signed(31)) : [],
    weekdays,
    positions: hasWeekdays && isPlain && !hasMonthDays && random(2) ? some(() => signed(5)) : [],
  };
}

const textOf = ({ interval, count, months, monthDays, weekdays, positions }: MonthRule): string => {
  const named = weekdays.map(({ nth, weekday }) => `${nth || ''}${WEEKDAYS[weekday]}`);
  const parts = Object.entries({ BYMONTH: months, BYMONTHDAY: monthDays, BYDAY: named, BYSETPOS: positions });
  const by = parts.filter(([, values]) => values.length > 0).map(([name, values]) => `${name}=${values.join(',')}`);
  return ['FREQ=MONTHLY', `INTERVAL=${interval}`, ...(count ? [`COUNT=${count}`] : []), ...by].join(';');
};

const isoOf = (year: number, month: number, day: number): string =>
  new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);

/** An oracle: month by month, the list of its days, from which the rule picks. */
function countedDates(start: string, rule: MonthRule): string[] {
  const [year, month, startDay] = start.split('-').map(Number) as [number, number, number];
  const found: string[] = [];
  for (let step = 0; ; step += rule.interval) {
    const first = new Date(Date.UTC(year, month - 1 + step, 1));
    if (first.getUTCFullYear() > Number(LAST.slice(0, 4))) break;
    const [y, m] = [first.getUTCFullYear(), first.getUTCMonth() + 1];
    if (!rule.months.includes(m)) continue;
    const days = Array.from({ length: new Date(Date.UTC(y, m, 0)).getUTCDate() }, (_, i) => i + 1);
    const ofWeekday = (weekday: number) =>
      days.filter((day) => new Date(Date.UTC(y, m - 1, day)).getUTCDay() === weekday);
    const inWeek = rule.weekdays.flatMap(({ nth, weekday }) =>
      nth === 0 ? ofWeekday(weekday) : [ofWeekday(weekday).at(nth > 0 ? nth - 1 : nth)],
    );
    const inMonth = rule.monthDays.map((day) => (day > 0 ? day : days.length + 1 + day));
    const picked = days.filter(
      (day) =>
        (rule.weekdays.length === 0 || inWeek.includes(day)) &&
        (rule.monthDays.length === 0 || inMonth.includes(day)) &&
        (rule.weekdays.length + rule.monthDays.length > 0 || day === startDay),
    );
    const at = rule.positions.map((position) => picked.at(position > 0 ? position - 1 : position));
    found.push(...picked.filter((day) => at.length === 0 || at.includes(day)).map((day) => isoOf(y, m, day)));
  }
  return found.filter((date) => date >= start).slice(0, rule.count ?? undefined);
}
