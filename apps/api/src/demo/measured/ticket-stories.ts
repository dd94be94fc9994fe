import { addOpenTime, ALWAYS_OPEN, type Calendar } from '@accord/sla';
import type { TicketStory } from '../builders/measurements.js';
import type { TicketHabit } from '../content/tickets.js';
import { instantAt, type Months, weekdayOf } from '../months.js';
import type { Random } from '../random.js';

/** A ticket with what the file of its system says besides. */
export interface LabelledTicket extends TicketStory {
  label: string;
}

const MINUTE_MS = 60_000;
const CLOSED_AFTER_MS = 3 * 86_400_000;

/** Sunday to Saturday, against an average day. */
const WEEK = {
  office: [0.05, 1.75, 1.5, 1.35, 1.25, 1.0, 0.1],
  aroundTheClock: [0.8, 1.15, 1.1, 1.05, 1.05, 1.0, 0.85],
};

/** By hour, against an average one. */
const DAY = {
  office: [0, 0, 0, 0, 0, 0.1, 0.4, 1.6, 3.2, 3.6, 3.1, 2.4, 1.6, 2.4, 2.6, 2.1, 1.5, 0.8, 0.3, 0.2, 0.1, 0, 0, 0],
  aroundTheClock: [
    0.5, 0.4, 0.4, 0.4, 0.6, 1, 1.3, 1.4, 1.5, 1.5, 1.4, 1.3, 1.2, 1.3, 1.3, 1.2, 1.1, 1, 1, 0.9, 0.9, 0.8, 0.7, 0.6,
  ],
};
const PRIORITIES = { 1: 0.03, 2: 0.12, 3: 0.52, 4: 0.33 };

/** Tickets of all habits from the first month to the anchor, numbered in the order in which they were opened. */
export function ticketStories(
  habits: readonly TicketHabit[],
  calendars: ReadonlyMap<string, Calendar>,
  months: Months,
  random: Random,
  prefix: string,
): LabelledTicket[] {
  const tickets = habits.flatMap((habit) => {
    const calendar = calendars.get(habit.calendar) ?? ALWAYS_OPEN;
    const chance = random.of('tickets', habit.label);
    return Array.from({ length: 13 }, (_, i) => i + 1).flatMap((month) =>
      openings(habit, month, calendar, months, chance).map((openedAt) =>
        story(habit, month, calendar, openedAt, chance),
      ),
    );
  });
  return tickets
    .sort((a, b) => a.openedAt.getTime() - b.openedAt.getTime())
    .map((ticket, i) => ({ ...ticket, number: `${prefix}${String(40_120 + i * 3).padStart(7, '0')}` }));
}

function openings(
  { aMonth, rhythm, months: other }: TicketHabit,
  month: number,
  calendar: Calendar,
  months: Months,
  chance: Random,
): Date[] {
  const aDay = (aMonth * (other?.[month]?.times ?? 1)) / 30.4;
  const zone = calendar === ALWAYS_OPEN ? months.zone : calendar.zone;
  return months.days(month).flatMap((day) =>
    Array.from({ length: chance.poisson(aDay * WEEK[rhythm][weekdayOf(day)]!) }, () => {
      const hour = Number(
        chance.weighted(Object.fromEntries(DAY[rhythm].map((weight, i) => [`${i}h`, weight]))).slice(0, -1),
      );
      const clock = [hour, chance.whole(0, 59), chance.whole(0, 59)]
        .map((part) => String(part).padStart(2, '0'))
        .join(':');
      return instantAt(zone, day, clock);
    }).filter((at) => at < months.anchor),
  );
}

/** What becomes of a ticket is drawn as a share of what is promised for it, in open time of its calendar. */
function story(habit: TicketHabit, month: number, calendar: Calendar, openedAt: Date, chance: Random): LabelledTicket {
  const priority = Number(chance.weighted(PRIORITIES));
  const { answered = habit.answered, solved = habit.solved } = habit.months?.[month] ?? {};
  const later = (from: Date, ms: number) => new Date(addOpenTime(calendar, from.getTime(), Math.round(ms)).near);
  const promised = (minutes: readonly number[]) => minutes[priority - 1]! * MINUTE_MS;

  const answerMs =
    promised(habit.response) * (chance.chance(answered) ? chance.between(0.05, 0.85) : chance.between(1.1, 2.5));
  const workMs =
    promised(habit.resolution) * (chance.chance(solved) ? chance.between(0.12, 0.88) : chance.between(1.08, 1.9));
  const firstResponseAt = later(openedAt, answerMs);
  const waits = priority > 2 && chance.chance(0.22);
  const paused = waits ? [pause(firstResponseAt, later, chance)] : [];
  const restMs = Math.max(workMs - answerMs, 5 * MINUTE_MS);
  const resolvedAt = later(paused[0]?.[1] ?? firstResponseAt, restMs);
  const closedAt = new Date(resolvedAt.getTime() + CLOSED_AFTER_MS);
  return { label: habit.label, number: '', priority, openedAt, firstResponseAt, resolvedAt, closedAt, paused };
}

/** Whoever opened it is asked something, and takes their time. */
function pause(after: Date, later: (from: Date, ms: number) => Date, chance: Random): [Date, Date] {
  const from = later(after, chance.between(5, 40) * MINUTE_MS);
  return [from, later(from, chance.between(60, 900) * MINUTE_MS)];
}
