import { DomainError } from '../../domain-error.js';
import { DelimitedText } from '../imports/delimited-text.js';
import type { StatedIncident } from './compare-incidents.js';

const MOST = 1_000;

/**
 * Incidents of a file: the heading `label,from,to,minutes`, then one in each line; minutes only if less of it counts.
 * Instants are ISO 8601 with their zone.
 *
 * @throws {DomainError} `WRONG_INCIDENTS`, with the line, for what is not so.
 */
export function readIncidents(text: string): StatedIncident[] {
  const delimiter = (text.split('\n', 1)[0] ?? '').includes(';') ? ';' : ',';
  const reader = new DelimitedText(delimiter);
  const [heading, ...records] = [...reader.read(text), ...reader.end()];
  assertHeading(heading && 'cells' in heading ? heading.cells : []);
  const incidents = records.map((record) => {
    if ('fault' in record) throw wrong(record.line, 'its quotes do not fit');
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
    'incidents',
  ]);
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

/** @throws {DomainError} `WRONG_INCIDENTS` where one lies in part outside the period. */
export function assertWithinPeriod(
  incidents: readonly StatedIncident[],
  { from, to }: { readonly from: number; readonly to: number },
): void {
  incidents.forEach((incident, i) => {
    if (incident.from < from || incident.to > to)
      throw wrong(i + 2, 'it lies outside the period: state what of it lies within');
  });
}

const wrong = (line: number, why: string) =>
  new DomainError('WRONG_INCIDENTS', `Line ${line} cannot be read: ${why}.`, ['incidents']);
