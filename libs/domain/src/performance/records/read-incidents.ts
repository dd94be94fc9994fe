import { DomainError } from '../../domain-error.js';
import { DelimitedText } from '../imports/delimited-text.js';
import type { StatedIncident } from './compare-incidents.js';

const MOST = 1_000;

/**
 * Incidents of a file: a heading, then one in each line as label, begin, end and, if less of it counts, minutes. Instants
 * are ISO 8601 with their zone.
 *
 * @throws {DomainError} `WRONG_INCIDENTS`, with the line, for what is not so.
 */
export function readIncidents(text: string): StatedIncident[] {
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  const reader = new DelimitedText(delimiter);
  const [, ...records] = [...reader.read(text), ...reader.end()];
  const incidents = records.map((record) => {
    if ('fault' in record) throw wrong(record.line, 'its quotes do not fit');
    const [label = '', from = '', to = '', minutes = ''] = record.cells.map((cell) => cell.trim());
    return incidentOf({ label, from, to, minutes: minutes === '' ? null : minutes }, record.line);
  });
  assertIncidents(incidents);
  return incidents;
}

function incidentOf(
  { label, from, to, minutes }: { label: string; from: string; to: string; minutes: string | null },
  line: number,
): StatedIncident {
  const [begin, end] = [from, to].map((text) => (/(Z|[+-]\d\d:?\d\d)$/.test(text) ? Date.parse(text) : NaN)) as [
    number,
    number,
  ];
  if (Number.isNaN(begin) || Number.isNaN(end))
    throw wrong(line, 'begin and end are instants with their zone, such as 2026-03-02T08:00:00Z');
  if (minutes !== null && !/^\d{1,7}(\.\d{1,3})?$/.test(minutes)) throw wrong(line, 'its minutes are no number');
  return {
    label,
    from: begin,
    to: end,
    countedMs: minutes === null ? end - begin : Math.round(Number(minutes) * 60_000),
  };
}

/** @throws {DomainError} `WRONG_INCIDENTS` where one has no name, ends before it begins, or counts more than it lasted. */
export function assertIncidents(incidents: readonly StatedIncident[]): void {
  if (incidents.length > MOST) throw new DomainError('WRONG_INCIDENTS', `At most ${MOST} incidents.`, ['incidents']);
  incidents.forEach(({ label, from, to, countedMs }, i) => {
    if (label.trim() === '' || label.length > 200) throw wrong(i + 2, 'its name has 1 to 200 characters');
    if (from >= to) throw wrong(i + 2, 'it ends before it begins');
    if (countedMs < 0 || countedMs > to - from) throw wrong(i + 2, 'it counts more than it lasted');
  });
}

const wrong = (line: number, why: string) =>
  new DomainError('WRONG_INCIDENTS', `Line ${line} cannot be read: ${why}.`, ['incidents']);
