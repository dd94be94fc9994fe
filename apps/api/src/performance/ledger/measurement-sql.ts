/** Time of rows of `measurement` as parameters, half-open: the months outside of it need no plan. */
export interface TimeBounds {
  readonly from: string;
  readonly to: string;
}

export const isWithin = (row: string, { from, to }: TimeBounds): string =>
  `${row}.observed_at >= ${from}::timestamptz AND ${row}.observed_at < ${to}::timestamptz`;

/**
 * The condition that a row of `measurement` is not corrected. Corrected ones are few, and have an index of their own.
 *
 * @param bounds Of the row, where they are known: the planner cannot tell them from those of the row.
 */
export const stands = (row: string, bounds?: TimeBounds): string =>
  `NOT EXISTS (SELECT FROM measurement corrected WHERE corrected.revision > 0 AND corrected.series_id = ${row}.series_id
    AND corrected.observed_at = ${row}.observed_at AND corrected.revision > ${row}.revision
    ${bounds ? `AND ${isWithin('corrected', bounds)}` : ''})`;

export const measurementIdOf = (row: string): string =>
  `measurement_id(${row}.series_id, ${row}.observed_at, ${row}.revision)`;

/** The condition that an id is that of a row of `measurement`, as the key of the table finds it. */
export const isMeasurement = (row: string, id: string): string =>
  `(${row}.series_id, ${row}.observed_at, ${row}.revision)
    = (series_of_measurement(${id}), instant_of_measurement(${id}), revision_of_measurement(${id}))`;
