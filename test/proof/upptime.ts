import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { accord } from './accord-command.js';
import { ADA, onEmptyAccord } from './empty-accord.js';
import { agreement, service } from './promises.js';
import { type Proof, proofOf } from './proof.js';
import { resultsOf } from './verdicts.js';

/** Percentage points between our figure and the monitor's. */
const NEAR = 0.02;

const ALWAYS_OPEN = '{ calendar(slug: "always") { id } }';

/** Ten months of probes of 14 services: our availability, against what the monitor says of itself. */
export function upptime(database: string, folder: string): Promise<Proof[]> {
  return onEmptyAccord(database, async (empty) => {
    const summary: { slug: string; uptime: string }[] = JSON.parse(
      await readFile(join(folder, 'summary.json'), 'utf8'),
    );
    const { calendar } = await empty.ada.ask(ALWAYS_OPEN);
    const promises = [];
    for (const { slug } of summary) {
      const availability = { source: 'PROBES', shortestOutageMs: 0, longestHoldMs: null };
      const serviceId = await service(empty, slug);
      promises.push({ serviceId, slug: 'uptime', calendarId: calendar.id, indicator: { availability } });
    }
    await agreement(empty, { slug: 'monitored', from: '2025-10-01', to: '2026-08-31', promises });
    await accord(database, 'import', 'probes', join(folder, 'probes.csv'), '--profile', 'upptime', '--as', ADA);

    let agree = 0;
    for (const { slug, uptime } of summary) {
      const months = await resultsOf(empty.ada, { service: slug, slug: 'uptime' }, '2025-10', '2026-08');
      const [up, measured] = [
        sum(months.map((month) => month.numerator)),
        sum(months.map((month) => month.denominator)),
      ];
      if (Math.abs((100 * up) / measured - Number.parseFloat(uptime)) <= NEAR) agree += 1;
    }
    return [proofOf('upptime-availability', agree, summary.length, { of: 14, ratio: 12 / 14 })];
  });
}

function sum(figures: string[]): number {
  return figures.reduce((total, figure) => total + Number(figure), 0);
}
