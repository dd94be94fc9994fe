import { type Scale, scoreFault } from '../answers/scale.js';
import { KEPT_SINCE } from '../measurements/kept-since.js';
import { nameFault } from '../measurements/series-name.js';
import type { AnswerProfile } from './answer-profile.js';
import { cellOf, CellReader, timeCell } from './cells.js';
import type { RowReader } from './reading.js';
import { serviceFinder, type ServiceOfRow } from './service-of-row.js';
import { timeReader } from './time-format.js';
import { wholeRows } from './whole-rows.js';

/** An answer to a survey, given at `observedAt` (epoch milliseconds). */
export interface SurveyRow extends Scale {
  readonly serviceId: string;
  readonly series: string;
  readonly observedAt: number;
  /** What the source calls it. */
  readonly answer: string;
  readonly score: number;
}

/**
 * @param now Epoch milliseconds; an answer of later is refused.
 * @throws {DomainError} When the header lacks a column that the profile names.
 */
export function surveyRowReader(
  profile: AnswerProfile,
  header: readonly string[],
  service: ServiceOfRow,
  now: number,
): RowReader<SurveyRow> {
  const cell = (column: string) => cellOf(header, profile.format, column);
  const observedAt = timeCell(cell(profile.observedAt), timeReader(profile.time));
  const [answer, score] = [cell(profile.answer), cell(profile.score)];
  const series = 'column' in profile.series ? cell(profile.series.column) : profile.series.name;
  const serviceOf = serviceFinder(service, header, profile.format);
  const { scale } = profile;

  return wholeRows(header, (cells) => {
    const found = serviceOf(cells);
    if (!('id' in found)) return { kind: 'unmapped', ...found };
    const reader = new CellReader(cells, now);
    const at = reader.time(observedAt);
    if (at !== null && at < KEPT_SINCE) reader.fault(observedAt, 'is before 2000');
    const given = reader.count(score, 3);
    const odd = given === null ? null : scoreFault(given, scale);
    if (odd) reader.fault(score, odd);
    const name = typeof series === 'string' ? series : reader.required(series);
    const unfit = typeof series === 'string' || name === null ? null : nameFault(name);
    if (unfit && typeof series !== 'string') reader.fault(series, unfit);
    const row = {
      serviceId: found.id,
      series: name,
      observedAt: at,
      answer: reader.name(answer),
      score: given,
      ...scale,
    };
    if (reader.faults.length > 0) return { kind: 'refused', faults: reader.faults };
    return { kind: 'row', row: row as SurveyRow };
  });
}
