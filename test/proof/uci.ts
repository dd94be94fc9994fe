import { join } from 'node:path';
import { accord } from './accord-command.js';
import { ADA, onEmptyAccord, type EmptyAccord } from './empty-accord.js';
import { agreement, calendar, service } from './promises.js';
import { type Proof, proofOf } from './proof.js';
import { readUciLog, UCI_FILE, type UciLog } from './uci-log.js';
import { missesByHolder, ticketVerdicts } from './verdicts.js';

const HOUR_MS = 3_600_000;

/** Terms found by fitting, not that company's real ones: see the data's own README. */
const TERMS = { moderate: { priority: 3, hours: 55 }, low: { priority: 4, hours: 119 } };

/** 141,712 events of a ServiceNow log: the priority that we derive, and whether clocks met what the log says they met. */
export function uci(database: string, folder: string): Promise<Proof[]> {
  return onEmptyAccord(database, async (empty) => {
    await promiseSupport(empty);
    const what = ['--profile', 'servicenow-incident-log', '--service', 'it-support', '--as', ADA];
    await accord(database, 'import', 'tickets', join(folder, UCI_FILE), ...what);

    const log = await readUciLog(folder);
    return [
      await priorities(empty, log),
      await holders(empty, log),
      await madeSla(empty, log, 'moderate', { of: 23_466, ratio: 0.999 }),
      await madeSla(empty, log, 'low', { of: 774, ratio: 1 }),
      await attributed(empty),
    ];
  });
}

/** The service `it-support`, and what is promised of it. @returns Its id. */
export async function promiseSupport(empty: EmptyAccord, from = '2016-01-01'): Promise<string> {
  const serviceId = await service(empty, 'it-support');
  const calendarId = await calendar(empty, { from: '14:00', to: '22:00' });
  const promises = Object.entries(TERMS).map(([slug, { priority, hours }]) => {
    const ticketsInTime = { metric: 'CLOSURE', targets: [{ priority, targetMs: hours * HOUR_MS }] };
    return { serviceId, slug, calendarId, indicator: { ticketsInTime } };
  });
  await agreement(empty, { slug: 'support', from, to: '2017-12-31', promises });
  return serviceId;
}

/** Of every event in the ledger, against the column that the import did not read. */
async function priorities({ dataSource }: EmptyAccord, log: UciLog): Promise<Proof> {
  const events: { line: number; priority: number }[] = await dataSource.query(
    'SELECT line, priority FROM ticket_event',
  );
  const agree = events.filter(({ line, priority }) => log.priorities.get(line) === priority).length;
  return proofOf('uci-priority', agree, log.priorities.size, { of: 141_712, ratio: 1 });
}

/** Who had the incident at every event, against the log's own column. */
async function holders({ dataSource }: EmptyAccord, log: UciLog): Promise<Proof> {
  const events: { line: number; holder: string | null }[] = await dataSource.query(
    'SELECT line, holder FROM ticket_event',
  );
  const agree = events.filter(({ line, holder }) => log.groups.get(line) === holder).length;
  return proofOf('uci-holders', agree, log.groups.size, { of: 141_712, ratio: 1 });
}

/** Every missed incident has run out with somebody, or with nobody named; the shares of the holders say with whom. */
async function attributed({ ada }: EmptyAccord): Promise<Proof> {
  const months = await missesByHolder(ada, { service: 'it-support', slug: 'moderate' }, '2016-01', '2017-12');
  const missed = months.reduce((sum, month) => sum + month.missed, 0);
  const given = months.reduce((sum, month) => sum + month.byHolder.reduce((all, { misses }) => all + misses, 0), 0);
  return proofOf('uci-attributed', given, missed, { of: 8_341, ratio: 1 });
}

/** The verdicts of our clocks, against the log's own column. */
async function madeSla(
  { ada }: EmptyAccord,
  { incidents }: UciLog,
  slug: keyof typeof TERMS,
  least: { of: number; ratio: number },
): Promise<Proof> {
  const ours = await ticketVerdicts(ada, { service: 'it-support', slug }, '2016-01', '2017-12');
  const theirs = [...incidents].filter(([, { priority }]) => priority === TERMS[slug].priority);
  const agree = theirs.filter(([number, { madeSla }]) => ours.get(number) === madeSla).length;
  return proofOf(`uci-made-sla-${slug}`, agree, theirs.length, least);
}
