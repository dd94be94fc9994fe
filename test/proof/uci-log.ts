import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { createGunzip } from 'node:zlib';

export const UCI_FILE = 'incident_event_log.csv.gz';

/** What the log itself says: the priority of each event by its line, and the last word on each incident. */
export interface UciLog {
  priorities: Map<number, number>;
  /** By line; null where it names none. */
  groups: Map<number, string | null>;
  incidents: Map<string, { priority: number; madeSla: boolean }>;
}

/** Read apart from the product: the file quotes nothing, so a line is its cells between commas. */
export async function readUciLog(folder: string): Promise<UciLog> {
  const lines = createInterface({ input: createReadStream(join(folder, UCI_FILE)).pipe(createGunzip()) });
  const log: UciLog = { priorities: new Map(), groups: new Map(), incidents: new Map() };
  const newest = new Map<string, number>();
  let line = 0;
  let at = (_column: string): number => 0;
  for await (const text of lines) {
    const cells = text.split(',');
    if ((line += 1) === 1) {
      at = (column) => cells.indexOf(column);
      continue;
    }
    const [number, order] = [cells[at('number')]!, Number(cells[at('sys_mod_count')])];
    const priority = Number(cells[at('priority')]![0]);
    log.priorities.set(line, priority);
    const group = cells[at('assignment_group')]!;
    log.groups.set(line, group === '?' ? null : group);
    if (order < (newest.get(number) ?? 0)) continue;
    newest.set(number, order);
    log.incidents.set(number, { priority, madeSla: cells[at('made_sla')] === 'true' });
  }
  return log;
}
