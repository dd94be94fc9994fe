/** The condition that a row of `measurement` is not corrected. Corrected ones are few, and have an index of their own. */
export const stands = (row: string): string =>
  `NOT EXISTS (SELECT FROM measurement corrected WHERE corrected.revision > 0 AND corrected.series_id = ${row}.series_id
    AND corrected.observed_at = ${row}.observed_at AND corrected.revision > ${row}.revision)`;

export const measurementIdOf = (row: string): string =>
  `measurement_id(${row}.series_id, ${row}.observed_at, ${row}.revision)`;

/** The condition that an id is that of a row of `measurement`, as the key of the table finds it. */
export const isMeasurement = (row: string, id: string): string =>
  `(${row}.series_id, ${row}.observed_at, ${row}.revision)
    = (series_of_measurement(${id}), instant_of_measurement(${id}), revision_of_measurement(${id}))`;
