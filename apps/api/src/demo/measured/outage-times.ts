import { OUTAGES, RECENT_OUTAGES, SMALL_CAUSES, SMALL_OUTAGES } from '../content/outages.js';
import type { ServiceSlug } from '../content/services.js';
import { NETHERLANDS } from '../content/holidays.js';
import { instantAt, type Months, plusDays, weekdayOf } from '../months.js';
import type { Random } from '../random.js';

export interface OutageTime {
  service: ServiceSlug;
  from: Date;
  to: Date;
  cause: string;
}

const MINUTE_MS = 60_000;

/** On the day, or on the next one on which people work: whom it hits is part of the story. */
export function rememberedStart(months: Months, month: number, day: number, time: string): Date {
  let found = months.day(month, day);
  const isFree = () => weekdayOf(found) % 6 === 0 || NETHERLANDS(Number(found.slice(0, 4))).includes(found);
  while (isFree()) found = plusDays(found, 1);
  return instantAt(months.zone, found, time);
}

/** Every outage up to the anchor, those that people remember and the short ones in between, by beginning. */
export function outageTimes(months: Months, random: Random): OutageTime[] {
  const remembered = OUTAGES.map(({ service, month, day, time, minutes, cause }) =>
    lasting(service, rememberedStart(months, month, day, time), minutes, cause),
  );
  const all = [...remembered, ...recent(months), ...small(months, random, remembered)];
  return all
    .filter(({ to }) => to < months.anchor)
    .sort((a, b) => a.from.getTime() - b.from.getTime() || a.service.localeCompare(b.service, 'en'));
}

function recent(months: Months): OutageTime[] {
  const start = months.at(13, 1).getTime();
  const gone = months.anchor.getTime() - start;
  return RECENT_OUTAGES.map(({ service, share, minutes, cause }) => {
    const at = Math.floor((start + share * gone) / MINUTE_MS) * MINUTE_MS;
    return lasting(service, new Date(at), minutes, cause);
  });
}

/** At most one in a month, and none where there is one to remember. */
function small(months: Months, random: Random, remembered: readonly OutageTime[]): OutageTime[] {
  const found: OutageTime[] = [];
  for (const [service, longest] of Object.entries(SMALL_OUTAGES) as [ServiceSlug, number][]) {
    for (let month = 1; month <= 12; month++) {
      const chance = random.of('outage', service, month);
      if (!chance.chance(0.4)) continue;
      const day = chance.whole(1, 28);
      const time = `${String(chance.whole(6, 21)).padStart(2, '0')}:${String(chance.whole(0, 59)).padStart(2, '0')}`;
      const outage = lasting(service, months.at(month, day, time), chance.whole(2, longest), chance.pick(SMALL_CAUSES));
      const period = months.period(month);
      const isBusy = remembered.some(
        (other) => other.service === service && other.from.toISOString().startsWith(period),
      );
      if (!isBusy) found.push(outage);
    }
  }
  return found;
}

function lasting(service: ServiceSlug, from: Date, minutes: number, cause: string): OutageTime {
  return { service, from, to: new Date(from.getTime() + minutes * MINUTE_MS), cause };
}
