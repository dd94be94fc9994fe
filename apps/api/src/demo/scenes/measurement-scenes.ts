import { createCalendar } from '@accord/sla';
import { calendarDefinition } from '@accord/domain';
import { Passing } from '../../performance/evaluation/passing.js';
import { ImportProfiles } from '../../performance/imports/import-profiles.js';
import { Maintenances } from '../../performance/maintenances/maintenances.js';
import { CALENDARS, hoursOf } from '../content/calendars.js';
import { MAINTAINED } from '../content/maintenance.js';
import { LATE_PRINT_MONTH, PRINT_TICKETS, TICKETS } from '../content/tickets.js';
import type { DemoImports } from '../demo-imports.js';
import { countedIn } from '../measured/count-intervals.js';
import { outageTimes } from '../measured/outage-times.js';
import { probeFile, probesOf } from '../measured/probe-file.js';
import { strayRows, TICKET_PROFILE, ticketFile } from '../measured/ticket-file.js';
import { ticketStories } from '../measured/ticket-stories.js';
import { PROBED } from '../content/probes.js';
import { instantAt, weekdayOf } from '../months.js';
import type { Stage } from '../stage.js';
import type { Scene } from './scene.js';

const MINUTE_MS = 60_000;

/** What was measured, as it becomes known: at once, on the next morning, or at the beginning of the next month. */
export function measurementScenes(stage: Stage, imports: DemoImports): Scene[] {
  return [
    ...outageScenes(stage),
    ...maintenanceScenes(stage),
    ...fileScenes(stage, imports),
    ...countScenes(stage),
    ...closingScenes(stage),
  ];
}

function stepOf(stage: Stage, month: number): string {
  return `Measurements of ${monthName(stage.months.period(month))}`;
}

export function monthName(period: string): string {
  return new Intl.DateTimeFormat('en', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${period}-01`),
  );
}

/** Entered by hand when they are over; those of watched services come with the file of the monitor. */
function outageScenes(stage: Stage): Scene[] {
  const watched = new Set<string>(PROBED.map(({ service }) => service));
  return outageTimes(stage.months, stage.random)
    .filter(({ service }) => !watched.has(service))
    .map(({ service, from, to, cause }) => ({
      at: new Date(to.getTime() + 25 * MINUTE_MS),
      step: 'Outages',
      play: () => stage.measurementsOf('mara').outage({ serviceId: stage.id('service', service), from, to, cause }),
    }));
}

/** Announced twelve days before, for the second Sunday of the month; one was called off. */
function maintenanceScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const announce = (service: string, description: string, month: number, from: string, to: string) => {
    const day = months.days(month).filter((other) => weekdayOf(other) === 0)[1]!;
    const at = instantAt(months.zone, day, from);
    return {
      at: new Date(at.getTime() - 12 * 1440 * MINUTE_MS),
      step: 'Maintenance',
      play: () =>
        stage.measurementsOf('owen').maintenance({
          serviceId: stage.id('service', service),
          from: at,
          to: instantAt(months.zone, day, to),
          description,
        }),
    };
  };
  const called = announce('online-store', 'Move to larger servers.', 6, '03:00', '06:00');
  return [
    ...Array.from({ length: 14 }, (_, i) => i + 1).flatMap((month) =>
      MAINTAINED.map(({ service, description }) => announce(service, description, month, '02:00', '04:00')),
    ),
    {
      ...called,
      play: async () => {
        const { id } = await called.play();
        return stage.get(Maintenances).cancel(await stage.act('owen'), id, 'The servers were delivered late.');
      },
    },
  ];
}

/** The mornings on which files are brought in: the second working day of each month, and the last one before the anchor. */
function fileMornings(stage: Stage): Date[] {
  const { months } = stage;
  const mornings = Array.from({ length: 12 }, (_, i) => instantAt(months.zone, stage.workingDay(i + 2, 2), '07:30'));
  const last = lastMorning(stage);
  return [...mornings.filter((at) => at < last), ...(last > months.at(1, 2) ? [last] : [])];
}

/** 06:30 on the day of the anchor, or on the day before. */
function lastMorning({ months }: Stage): Date {
  const today = months.anchor.toISOString().slice(0, 10);
  const candidates = [-2, -1, 0, 1].map((days) => {
    const day = new Date(Date.parse(today) + days * 86_400_000).toISOString().slice(0, 10);
    return instantAt(months.zone, day, '06:30');
  });
  return candidates.filter((at) => at.getTime() < months.anchor.getTime() - 30 * MINUTE_MS).at(-1)!;
}

function fileScenes(stage: Stage, imports: DemoImports): Scene[] {
  const { months, random } = stage;
  const calendars = calendarsOf(stage);
  const tickets = ticketStories(TICKETS, calendars, months, random, 'INC');
  const printed = ticketStories(PRINT_TICKETS, calendars, months, random, 'QS');
  const probes = probesOf(months, outageTimes(months, random), random);
  const begin = months.at(0, 31, '00:00');
  const mornings = fileMornings(stage);
  const bring = (file: Parameters<DemoImports['bring']>[1]) => async () => imports.bring(await stage.act('mara'), file);
  const scenes = mornings.flatMap((at, i): Scene[] => {
    const after = i === 0 ? begin : mornings[i - 1]!;
    const name = at.toISOString().slice(0, 10);
    const step = stepOf(stage, Math.min(i + 1, 13));
    const minute = (count: number) => new Date(at.getTime() + count * MINUTE_MS);
    const strays = i === 4 ? strayRows(after) : [];
    const ours = { kind: 'tickets', profile: 'halden-ticket-system', sourceName: 'Ticket system' } as const;
    const theirs = {
      kind: 'tickets',
      profile: 'halden-ticket-system',
      sourceName: 'Quillspan service portal',
    } as const;
    const isLate = i + 1 === LATE_PRINT_MONTH;
    const lateBy = isLate ? 9 * 1440 : 4;
    return [
      {
        at,
        step,
        play: bring({
          kind: 'probes',
          profile: 'upptime',
          sourceName: 'Uptime monitor',
          name: `uptime-${name}.csv`,
          content: probeFile(probes, after, at),
        }),
      },
      {
        at: minute(2),
        step,
        play: bring({ ...ours, name: `tickets-${name}.csv`, content: ticketFile(tickets, after, at, strays) }),
      },
      {
        at: minute(lateBy),
        step,
        play: bring({ ...theirs, name: `quillspan-${name}.csv`, content: ticketFile(printed, after, at) }),
      },
    ];
  });
  return [{ at: months.at(0, 26, '10:00'), step: 'Import profile', play: () => saveProfile(stage) }, ...scenes];
}

async function saveProfile(stage: Stage): Promise<unknown> {
  const definition = JSON.stringify(TICKET_PROFILE);
  const profile = {
    slug: 'halden-ticket-system',
    name: 'Halden & Reyes ticket system',
    kind: 'tickets',
    definition,
  } as const;
  return stage.get(ImportProfiles).save(await stage.act('mara'), profile);
}

function calendarsOf({ months }: Stage) {
  const [first, last] = [Number(months.period(0).slice(0, 4)), Number(months.period(13).slice(0, 4)) + 1];
  return new Map(
    CALENDARS.map((calendar) => [
      calendar.slug as string,
      createCalendar(calendarDefinition(calendar.timeZone, hoursOf(calendar, first, last))),
    ]),
  );
}

/** The counts of a month are entered on the second working day of the next one, those of the running one this morning. */
function countScenes(stage: Stage): Scene[] {
  const { months, random } = stage;
  const last = lastMorning(stage);
  return Array.from({ length: 13 }, (_, i) => i + 1).flatMap((month) => {
    const usual = month === 13 ? last : instantAt(months.zone, stage.workingDay(month + 1, 2), '15:00');
    const at = new Date(Math.min(usual.getTime(), last.getTime()) + 20 * MINUTE_MS);
    const counted = countedIn(month, at, months, random);
    if (counted.length === 0) return [];
    return {
      at,
      step: stepOf(stage, month),
      play: () =>
        stage
          .measurementsOf('mara')
          .counts(...counted.map(({ service, ...count }) => ({ ...count, serviceId: stage.id('service', service) }))),
    };
  });
}

/** On the third working day: judged once more, and closed. */
function closingScenes(stage: Stage): Scene[] {
  const { months } = stage;
  const scenes = Array.from({ length: 12 }, (_, i) => i + 1).flatMap((month): Scene[] => {
    const day = stage.workingDay(month + 1, 3);
    const step = `Closing ${monthName(months.period(month))}`;
    const period = months.period(month);
    const [year, number] = period.split('-').map(Number) as [number, number];
    const close = (name: string) => () => stage.measurementsOf('mara').closed(name, null);
    const at = (time: string) => instantAt(months.zone, day, time);
    return [
      { at: at('09:30'), step, play: () => stage.get(Passing).judge(at('09:30')) },
      { at: at('10:00'), step, play: close(period) },
      ...(number % 3 === 0 ? [{ at: at('10:10'), step, play: close(`${year}-Q${number / 3}`) }] : []),
    ];
  });
  return [...scenes, { at: months.anchor, step: 'Today', play: () => stage.get(Passing).judge(months.anchor) }];
}
