import { DomainError } from '../../domain-error.js';
import { DelimitedText } from '../imports/delimited-text.js';
import { readInstant } from '../measurements/instant-text.js';
import type { StatedIncident } from './compare-incidents.js';

const MOST = 1_000;

/** An incident as a side tells it, in a line of a file or by itself. */
type ToldIncident = StatedIncident & {
  /** Where it begins, counted from 1. */
  readonly line?: number;
};

/**
 * Incidents of a file: the heading `label,from,to,minutes`, then one in each line; minutes only if less of it counts.
 * Instants are ISO 8601 with their zone.
 *
 * @throws {DomainError} `WRONG_INCIDENTS`, with the line, for what is not so.
 */
export function readIncidents(text: string): ToldIncident[] {
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  const reader = new DelimitedText(delimiter);
  const [heading, ...records] = [...reader.read(text), ...reader.end()];
  assertHeading(heading && 'cells' in heading ? heading.cells : []);
  const incidents = records.map((record) => {
    if ('fault' in record) throw wrongLine(record.line, 'its quotes do not fit');
    const [label = '', from = '', to = '', minutes = ''] = record.cells.map((cell) => cell.trim());
    return incidentOf({ label, from, to, minutes: minutes === '' ? null : minutes }, record.line);
  });
  assertIncidents(incidents);
  return incidents;
}

/** Without it, the first incident would be read as one. */
function assertHeading(cells: readonly string[]): void {
  const heading = cells.map((cell) => cell.trim().toLowerCase()).join();
  if (heading === 'label,from,to' || heading === 'label,from,to,minutes') return;
  throw new DomainError('WRONG_INCIDENTS', 'The first line has to be the heading label,from,to,minutes.', [
    'incidentsText',
  ]);
}

function incidentOf(
  { label, from, to, minutes }: { label: string; from: string; to: string; minutes: string | null },
  line: number,
): ToldIncident {
  const [begin, end] = [readInstant(from), readInstant(to)];
  if (begin === null || end === null)
    throw wrongLine(line, 'begin and end are instants with their zone, such as 2026-03-02T08:00:00Z');
  if (minutes !== null && !/^\d{1,7}(\.\d{1,3})?$/.test(minutes)) throw wrongLine(line, 'its minutes are no number');
  return {
    label,
    from: begin,
    to: end,
    countedMs: minutes === null ? end - begin : Math.round(Number(minutes) * 60_000),
    line,
  };
}

/** @throws {DomainError} `WRONG_INCIDENTS` where one has no name, ends before it begins, or counts more than it lasted. */
export function assertIncidents(incidents: readonly ToldIncident[]): void {
  if (incidents.length > MOST) throw new DomainError('WRONG_INCIDENTS', `At most ${MOST} incidents.`, ['incidents']);
  incidents.forEach((incident, i) => {
    const { label, from, to, countedMs } = incident;
    if (label.trim() === '' || label.length > 200) throw wrong(incident, i, 'its name has 1 to 200 characters');
    if (from >= to) throw wrong(incident, i, 'it ends before it begins');
    if (countedMs < 0 || countedMs > to - from) throw wrong(incident, i, 'it counts more than it lasted');
  });
}

/** @throws {DomainError} `WRONG_INCIDENTS` where one lies in part outside the period. */
export function assertWithinPeriod(
  incidents: readonly ToldIncident[],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  incidents.forEach((incident, i) => {
    if (incident.from < from || incident.to > to)
      throw wrong(incident, i, 'it lies outside the period: state what of it lies within');
  });
}

/** @param i Counted from 0. */
const wrong = ({ line }: ToldIncident, i: number, why: string) =>
  line === undefined
    ? new DomainError('WRONG_INCIDENTS', `Incident ${i + 1} cannot be taken: ${why}.`, ['incidents', String(i)])
    : wrongLine(line, why);

const wrongLine = (line: number, why: string) =>
  new DomainError('WRONG_INCIDENTS', `Line ${line} cannot be read: ${why}.`, ['incidentsText']);
