import { PROBED } from '../content/probes.js';
import { instantAt, type Months, plusDays } from '../months.js';
import type { Random } from '../random.js';
import type { OutageTime } from './outage-times.js';

interface Probe {
  slug: string;
  at: Date;
  status: 'up' | 'down';
}

const SAMPLES = ['00:05', '06:05', '12:05', '18:05'];

/** What the monitor saw from the first month to the anchor: four samples a day, and every change when it happened. */
export function probesOf(months: Months, outages: readonly OutageTime[], random: Random): Probe[] {
  return PROBED.flatMap(({ service: slug, blind }) => {
    const jitter = random.of('probes', slug);
    const down = outages.filter(({ service }) => service === slug);
    const isDown = (at: Date) => down.some(({ from, to }) => from <= at && at < to);
    const samples = Array.from({ length: 13 }, (_, i) => i + 1).flatMap((month) =>
      [...(month === 1 ? [plusDays(months.day(1, 1), -1)] : []), ...months.days(month)].flatMap((day) =>
        SAMPLES.map((time) => instantAt(months.zone, day, `${time}:${String(jitter.whole(10, 59))}`)),
      ),
    );
    const changes = down.flatMap(({ from, to }) => [from, to]);
    const dark = blind && [months.at(blind.month, blind.from), months.at(blind.month, blind.to)];
    return [...samples, ...changes]
      .filter((at) => at < months.anchor && !(dark && at >= dark[0]! && at < dark[1]!))
      .map((at): Probe => ({ slug, at, status: isDown(at) ? 'down' : 'up' }));
  }).sort((a, b) => a.at.getTime() - b.at.getTime() || a.slug.localeCompare(b.slug, 'en'));
}

/** The file of a stretch of time, as an Upptime monitor writes it. */
export function probeFile(probes: readonly Probe[], after: Date, upTo: Date): string {
  const rows = probes.filter(({ at }) => at > after && at <= upTo);
  return ['slug,ts,status', ...rows.map(({ slug, at, status }) => `${slug},${at.toISOString()},${status}`), ''].join(
    '\n',
  );
}
