import { calendarDefinition, periodName } from '@accord/domain';
import { type Calendar, createCalendar } from '@accord/sla';
import { ImportProfiles } from '../../performance/imports/import-profiles.js';
import { CALENDARS, hoursOf } from '../content/calendars.js';
import { LATE_PRINT_MONTH, PRINT_TICKETS, STRAY_MONTH, TICKETS } from '../content/tickets.js';
import type { DemoFile, DemoImports } from '../demo-imports.js';
import { answerFile, answersOf } from '../measured/answer-file.js';
import { outageTimes } from '../measured/outage-times.js';
import { probeFile, probesOf } from '../measured/probe-file.js';
import { strayRows, TICKET_PROFILE, ticketFile } from '../measured/ticket-file.js';
import { ticketStories } from '../measured/ticket-stories.js';
import type { Stage } from '../stage.js';
import { fileMornings } from './mornings.js';
import type { Scene } from './scene.js';

const PROFILE = 'halden-ticket-system';
const MINUTE_MS = 60_000;
const LATE_MS = 9 * 1440 * MINUTE_MS;

/** Probes of the monitor, answers to a survey, tickets of our system, and those of the print provider, which once sent them late. */
export function fileScenes(stage: Stage, imports: DemoImports): Scene[] {
  const { months, random } = stage;
  const calendars = calendarsOf(stage);
  const probes = probesOf(months, outageTimes(months, random), random);
  const answers = answersOf(months, random);
  const tickets = ticketStories(TICKETS, calendars, months, random, 'INC');
  const printed = ticketStories(PRINT_TICKETS, calendars, months, random, 'QS');

  const mornings = fileMornings(stage);
  const files = mornings.flatMap((at, i): Scene[] => {
    const month = i + 1;
    const after = mornings[i - 1] ?? months.at(0, 31);
    const strays = month === STRAY_MONTH ? strayRows(after) : [];
    const scene = (delayMs: number, file: Omit<DemoFile, 'name'>, name: string): Scene => ({
      at: new Date(at.getTime() + delayMs),
      step: `Measurements of ${periodName(months.period(month))}`,
      effort: 20,
      play: async () => {
        return imports.bring(await stage.act('mara'), {
          ...file,
          name: `${name}-${at.toISOString().slice(0, 10)}.csv`,
        });
      },
    });
    const ours = { kind: 'tickets', profile: PROFILE, sourceName: 'Ticket system' } as const;
    const theirs = { ...ours, sourceName: 'Quillspan service portal' };
    const survey = { kind: 'answers', profile: 'plain-answers', sourceName: 'Survey tool' } as const;
    const monitor = { kind: 'probes', profile: 'upptime', sourceName: 'Uptime monitor' } as const;
    return [
      scene(0, { ...monitor, content: () => probeFile(probes, after, at) }, 'uptime'),
      scene(MINUTE_MS, { ...survey, content: () => answerFile(answers, after, at) }, 'answers'),
      scene(2 * MINUTE_MS, { ...ours, content: () => ticketFile(tickets, after, at, strays) }, 'tickets'),
      scene(
        month === LATE_PRINT_MONTH ? LATE_MS : 4 * MINUTE_MS,
        { ...theirs, content: () => ticketFile(printed, after, at) },
        'quillspan',
      ),
    ];
  });
  return [{ at: months.at(0, 26, '10:00'), step: 'Import profile', play: () => saveProfile(stage) }, ...files];
}

async function saveProfile(stage: Stage): Promise<unknown> {
  const definition = JSON.stringify(TICKET_PROFILE);
  const profile = { slug: PROFILE, name: 'Halden & Reyes ticket system', kind: 'tickets', definition } as const;
  return stage.get(ImportProfiles).save(await stage.act('mara'), profile);
}

function calendarsOf({ months }: Stage): Map<string, Calendar> {
  const made = CALENDARS.map((calendar) => {
    const hours = hoursOf(calendar, ...months.years());
    return [calendar.slug, createCalendar(calendarDefinition(calendar.timeZone, hours))] as const;
  });
  return new Map<string, Calendar>(made);
}
